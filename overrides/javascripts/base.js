// What the theme's own script asks for by these names: where the site begins, and what a
// reader chose on an earlier visit. The theme writes this into every page; here it is a
// file, so that no page has a script in it and the policy can forbid them all.
var __md_scope = new URL(document.currentScript.dataset.base, location)

function __md_get(key, storage, scope = __md_scope) {
  try {
    return JSON.parse((storage || localStorage).getItem(`${scope.pathname}.${key}`))
  } catch { // the reader lets no site keep anything, or something else is kept there
    return null
  }
}

function __md_set(key, value, storage, scope = __md_scope) {
  try {
    (storage || localStorage).setItem(`${scope.pathname}.${key}`, JSON.stringify(value))
  } catch {
    // then it holds for this page only
  }
}

function __md_hash(text) {
  let hash = 0
  for (const sign of text) hash = (hash * 31 + sign.codePointAt(0)) | 0
  return hash
}
