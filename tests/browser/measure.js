// What a reader would trip over, measured in the page. Evaluates to an object of functions.
(() => {
  const about = (text) => text.trim().replace(/\s+/g, " ").slice(0, 60)

  /* What is found once, and stays so: these functions are made anew for each call from outside. */
  const once = (find) => {
    const found = new Map()
    return (element) => {
      if (!found.has(element)) found.set(element, find(element))
      return found.get(element)
    }
  }

  const bounds = once((element) => element.getBoundingClientRect())

  /* Clipped away: left to screen readers. */
  const clipped = once(
    (element) => element.closest(".plan-view") && (getComputedStyle(element).clipPath !== "none" || clipped(element.parentElement)),
  )

  const shown = once((element) => element.checkVisibility({ visibilityProperty: true }) && !clipped(element))

  /* Text of ours with the boxes it is painted in. */
  const texts = once(() => [...painted()])
  function* painted() {
    for (const view of document.querySelectorAll(".plan-view")) {
      const walker = document.createTreeWalker(view, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        // Words that stand in a closed `details` without an element of their own have a box, and are not painted.
        if (!node.data.trim() || !shown(node.parentElement) || node.parentElement.matches("details:not([open])")) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        // Of a title that is cut to two lines the others are not painted.
        const cut = node.parentElement.closest(".plan-graph bdi, .plan-title")
        const end = cut && getComputedStyle(cut).webkitLineClamp !== "none" ? bounds(cut).bottom : Infinity
        const boxes = [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1 && box.top < end - 1)
        if (boxes.length) yield { view, node, element: node.parentElement, boxes, text: about(node.data) }
      }
    }
  }

  const inline = once((element) => getComputedStyle(element).display === "inline")

  /* What reaches out of the window, of its view, or of its cell. */
  function overflows() {
    const found = []
    // The author's own tables may be too wide for a theme.
    const page = document.documentElement
    const views = [...document.querySelectorAll(".plan-view, .plan-tools")]
    const width = page.scrollWidth
    for (const view of views) view.style.setProperty("display", "none", "important")
    const without = Math.max(page.clientWidth, page.scrollWidth)
    for (const view of views) view.style.removeProperty("display")
    if (width > without) {
      const wide = [...document.querySelectorAll(".plan-view *")].filter((each) => each.getBoundingClientRect().right > without + 1)
      found.push(`the page is ${width - without} px too wide: ${wide.map((each) => each.outerHTML.slice(0, 60)).slice(0, 3).join(", ")}`)
    }
    for (const view of document.querySelectorAll(".plan-view")) {
      if (view.checkVisibility() && getComputedStyle(view).display !== "inline" && view.scrollWidth > view.clientWidth + 1)
        found.push(`${view.className} is ${view.scrollWidth - view.clientWidth} px too narrow for what it holds`)
    }
    for (const { view, element, boxes, text } of texts()) {
      // A picture is scrolled in its frame, so that what stands in it is seen: each of its texts has a box.
      const box = element.closest(".plan-graph foreignObject")?.firstElementChild
      if (box && boxes.some((one) => one.bottom > bounds(box).bottom + 1)) found.push(`"${text}" is cut off`)
      // Of a board the columns are scrolled: no text reaches out of its own.
      for (const frame of box ? [box] : new Set([element.closest(".plan-col") ?? view, element.closest("td, th, .plan-view li, dd, summary")])) {
        if (!frame || inline(frame)) continue
        const edge = bounds(frame)
        if (boxes.some((box) => box.right > edge.right + 1 || box.left < edge.left - 1))
          found.push(`"${text}" reaches out of ${frame.localName}.${frame.className}`)
      }
    }
    return found
  }

  /* Pairs of texts, shapes and bars that are painted over each other. */
  function overlaps() {
    const boxes = []
    for (const { node, text, boxes: own } of texts())
      for (const box of own) boxes.push({ node, text, box })
    for (const shape of document.querySelectorAll(".plan-view svg:not([viewBox]), .plan-view .plan-bar, input.plan-task"))
      if (shown(shape)) boxes.push({ node: shape, text: shape.getAttribute("class") ?? shape.innerHTML, box: shape.getBoundingClientRect() })
    boxes.sort((one, other) => one.box.top - other.box.top)
    const found = []
    boxes.forEach(({ node, text, box }, index) => {
      for (let next = index + 1; next < boxes.length && boxes[next].box.top < box.bottom; next++) {
        const other = boxes[next]
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top)
        if (node !== other.node && across > 1.5 && down > 3) found.push(`"${text}" and "${other.text}"`)
      }
    })
    return found
  }

  const misplaced = () => [...overflows(), ...overlaps()]

  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 })
  const pen = canvas.getContext("2d", { willReadFrequently: true })
  const colours = new Map()
  /* Any CSS colour as [red, green, blue, opacity], the first three 0-255. */
  function colour(css) {
    if (!colours.has(css)) {
      pen.clearRect(0, 0, 1, 1)
      pen.fillStyle = css
      pen.fillRect(0, 0, 1, 1)
      const [red, green, blue, opacity] = pen.getImageData(0, 0, 1, 1).data
      colours.set(css, [red, green, blue, opacity / 255])
    }
    return colours.get(css)
  }
  const over = (top, below) => below.map((part, at) => (at > 2 ? 1 : top[at] * top[3] + part * (1 - top[3])))

  const background = once((element) => {
    if (!element) return colour("white")
    const own = colour(getComputedStyle(element).backgroundColor)
    return own[3] === 1 ? own : over(own, background(element.parentElement))
  })

  const opacity = once((element) => (element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1))

  /* https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
  function luminance(parts) {
    const [red, green, blue] = parts.map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }

  /* https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
  function contrast(one, other) {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
    return (light + 0.05) / (dark + 0.05)
  }

  /* Text of ours with less contrast than asked for; on white paper, where backgrounds are not printed. */
  function pale(least, ground = "screen") {
    const found = []
    for (const { element, text } of texts()) {
      const below = ground === "paper" ? colour("white") : background(element)
      const ink = [...colour(getComputedStyle(element).color)]
      ink[3] *= opacity(element)
      const ratio = contrast(over(ink, below), below)
      if (ratio < least) found.push(`${ratio.toFixed(2)} "${text}" in .${element.className}`)
    }
    return found
  }

  /* Bars whose fill has no ink of its own, as wide as its share. */
  function fills() {
    const found = []
    for (const track of document.querySelectorAll(".plan-view :is(.plan-bar, .plan-bar-phases > *)[class*=plan-w]")) {
      const share = Number(track.className.match(/plan-w(\d+)/)[1])
      if (!share || !shown(track)) continue
      const fill = getComputedStyle(track, "::before")
      const { borderTopWidth, borderTopColor } = fill
      const width = parseFloat(fill.width) / track.clientWidth
      if (parseFloat(borderTopWidth) < 3 || Math.abs(width * 100 - share) > 8 || contrast(over(colour(borderTopColor), colour("white")), background(track)) < 1.5)
        found.push(`${share} %: ${borderTopWidth} ${borderTopColor}, ${Math.round(width * 100)} % wide`)
    }
    return found
  }

  /* Fills of bars, and shapes, with less contrast to what they lie on than asked for. */
  function faint(least) {
    const found = []
    const check = (element, css, below) => {
      const ratio = contrast(over(colour(css), below), below)
      if (ratio < least) found.push(`${ratio.toFixed(2)} .${element.className} in .${element.closest("[class*=plan-is-]")?.className}`)
    }
    for (const fill of document.querySelectorAll(".plan-view [class*=plan-w]")) {
      const { borderTopWidth, borderTopColor, outlineStyle } = getComputedStyle(fill)
      if (parseFloat(borderTopWidth) < 2 || outlineStyle !== "none" || fill.getBoundingClientRect().width < 1) continue
      check(fill, borderTopColor, background(fill.parentElement))
    }
    for (const track of document.querySelectorAll(".plan-view :is(.plan-bar, .plan-bar-phases > *)[class*=plan-w]")) {
      const { width, borderTopColor } = getComputedStyle(track, "::before")
      if (parseFloat(width) >= 1) check(track, borderTopColor, background(track))
    }
    for (const shape of document.querySelectorAll(".plan-view svg:not([viewBox])"))
      if (shown(shape)) check(shape.parentElement, getComputedStyle(shape).color, background(shape.parentElement))
    return found
  }

  /* Targets that are less than 24 px wide or high: https://www.w3.org/TR/WCAG22/#target-size-minimum */
  function small() {
    const targets = [...document.querySelectorAll(".plan-view :is(a, button, summary, input, select)")].filter(shown)
    return targets.flatMap((target) => {
      const { width, height } = target.matches(".plan-cell-n") ? target.closest("td").getBoundingClientRect() : target.getBoundingClientRect()
      return width < 23.9 || height < 23.9 ? [`${width} x ${height} "${about(target.textContent)}" in .${target.parentElement.className}`] : []
    })
  }

  const words = () => texts().map(({ node }) => node.data.trim().replace(/\s+/g, " "))

  return { overflows, overlaps, misplaced, pale, faint, fills, small, words, contrast, colour, background }
})()
