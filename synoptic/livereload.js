// Only under `mkdocs serve`: load an open page again when the site has been built anew.
// MkDocs puts a script of its own into each page, which the Content-Security-Policy
// does not let run. Its last line holds the time of the build that the page is of.
document.addEventListener("DOMContentLoaded", () => {
  const call = /livereload\((\d+), (\d+)\);\s*$/
  const found = Array.from(document.scripts, script => call.exec(script.text)).find(Boolean)
  if (!found) return
  const [, build, page] = found
  let waiting = null

  async function wait() {
    const mine = waiting = new AbortController()
    while (!mine.signal.aborted) {
      try { // the server answers when there is a newer build, or after a minute
        const answer = await fetch(`/livereload/${build}/${page}`, { signal: mine.signal })
        if (!answer.ok) throw new Error(answer.statusText)
        if (Number(await answer.text()) > Number(build)) return location.reload()
      } catch { // it is away, or this page is hidden
        await new Promise(next => setTimeout(next, 1000))
      }
    }
  }

  function look() {
    waiting?.abort() // a hidden page must not hold one of the browser's few connections
    if (!document.hidden) wait()
  }
  document.addEventListener("visibilitychange", look)
  look()
})
