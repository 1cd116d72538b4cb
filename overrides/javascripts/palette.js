// Put on the colours that a reader chose, before anything is drawn.
{
  const chosen = __md_get("__palette")?.color
  if (chosen) {
    let colours = chosen
    if (chosen.media === "(prefers-color-scheme)") { // chosen was: as the system says
      const light = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark"
      const option = document.querySelector(
        `[data-md-color-media="(prefers-color-scheme: ${light})"]`)
      if (option) {
        const { mdColorScheme, mdColorPrimary, mdColorAccent } = option.dataset
        colours = { scheme: mdColorScheme, primary: mdColorPrimary, accent: mdColorAccent }
      }
    }
    for (const part of ["media", "scheme", "primary", "accent"]) {
      if (part in colours) document.body.setAttribute(`data-md-color-${part}`, colours[part])
    }
  }
}
