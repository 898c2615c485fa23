// Markup that means harm: what the public cheat sheets of cross-site scripting do, by kinds. Each would call `harm()`,
// ask for a file named "harm", or change the page where it has no place.

const CALL = "harm()";
const ADDRESS = "https://harm.example/harm";

/** Handlers that need no hand, on elements that take them. @type {[string, string][]} */
const HANDLERS = [
  ['img src="harm"', "onerror"],
  ["img src=icon.svg", "onload"],
  ["img srcset=harm", "onerror"],
  ["svg", "onload"],
  ["svg><image href=harm", "onerror"],
  ["svg><use href=harm", "onerror"],
  ["svg><animate attributeName=x dur=1s", "onbegin"],
  ["svg><set attributeName=x dur=1s", "onend"],
  ["svg><a><rect width=9 height=9", "onclick"],
  ["math", "onload"],
  ["body", "onload"],
  ["body", "onpageshow"],
  ["body", "onhashchange"],
  ["body", "onresize"],
  ["frameset", "onload"],
  ["iframe", "onload"],
  ["object data=harm", "onerror"],
  ["embed src=harm", "onload"],
  ["video src=harm", "onerror"],
  ["video><source src=harm", "onerror"],
  ["audio src=harm", "onerror"],
  ["audio autoplay src=harm", "onloadstart"],
  ["track src=harm default", "onerror"],
  ["input autofocus", "onfocus"],
  ["input type=image src=harm", "onerror"],
  ["select autofocus", "onfocus"],
  ["textarea autofocus", "onfocus"],
  ["keygen autofocus", "onfocus"],
  ["button autofocus", "onfocus"],
  ["a href=# tabindex=0 autofocus", "onfocus"],
  ["p contenteditable autofocus", "onfocus"],
  ["details open", "ontoggle"],
  ["dialog open", "onfocusin"],
  ["marquee", "onstart"],
  ["marquee loop=1", "onfinish"],
  ["link rel=stylesheet href=harm", "onerror"],
  ["link rel=preload as=script href=harm", "onerror"],
  ["script src=harm", "onerror"],
  ["style", "onload"],
  ["p style=animation:harm", "onanimationstart"],
  ["p style=transition:all+1s", "ontransitionrun"],
  ["p tabindex=0", "onpointerover"],
  ["xss tabindex=1 autofocus", "onfocusin"],
  ["portal src=harm", "onload"],
  ["template><img src=harm", "onerror"],
  ["noscript><img src=harm", "onerror"],
];

/** Ways to write a handler. @type {((element: string, handler: string) => string)[]} */
const WRITTEN = [
  (element, handler) => `<${element} ${handler}="${CALL}">`,
  (element, handler) => `<${element.toUpperCase()}/${handler.toUpperCase()}=${CALL}//`,
  (element, handler) => `</p></div></article><${element}\n\t${handler} = '&#104;arm&lpar;&rpar;'>`,
];

/** Addresses that are scripts, or hide one. */
const SCRIPTS = [
  `javascript:${CALL}`,
  `JaVaScRiPt:${CALL}`,
  `&#106;avascript:${CALL}`,
  `java\tscript:${CALL}`,
  `\u0001javascript:${CALL}`,
  `javascript://%0a${CALL}`,
  `data:text/html,<script>parent.${CALL}</script>`,
  `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${CALL}'/>`,
  `vbscript:${CALL}`,
];

/** Elements that follow an address. @type {((address: string) => string)[]} */
const FOLLOWING = [
  (address) => `<a href="${address}" id=harm-link>here</a>`,
  (address) => `<iframe src="${address}"></iframe>`,
  (address) => `<form action="${address}"><button formaction="${address}">here</button></form>`,
  (address) => `<svg><a xlink:href="${address}"><text>here</text></a></svg>`,
  (address) => `<meta http-equiv=refresh content="0;url=${address}">`,
];

/** What is of no kind. */
const OTHERS = [
  `<script>${CALL}</script>`,
  `<script type=module>${CALL}</script>`,
  `<ScRiPt >${CALL}</sCrIpT >`,
  `<<script>${CALL};//<</script>`,
  `<scr<script>ipt>${CALL}</scr</script>ipt>`,
  `<svg><script>${CALL}</script></svg>`,
  `<svg><script href="data:,${CALL}"></script></svg>`,
  `<iframe srcdoc="<script>parent.${CALL}</script>"></iframe>`,
  `<base href="https://harm.example/">`,
  `<base target=_top href=//harm.example>`,
  `<meta http-equiv=refresh content="0;url=${ADDRESS}">`,
  `<meta http-equiv="Content-Security-Policy" content="default-src *">`,
  `<meta charset=utf-7>+ADw-script+AD4-${CALL}+ADw-/script+AD4-`,
  `<link rel=stylesheet href=${ADDRESS}>`,
  `<link rel=prefetch href=${ADDRESS}><link rel=dns-prefetch href=//harm.example>`,
  `<style>@import "${ADDRESS}"; body { display: none; background: url(${ADDRESS}) }</style>`,
  `<p style="position:fixed;inset:0;background:url(${ADDRESS})">over all</p>`,
  `<img src=${ADDRESS}><picture><source srcset=${ADDRESS}><img></picture>`,
  `<video poster=${ADDRESS}></video><audio src=${ADDRESS}></audio><object data=${ADDRESS}></object>`,
  `<input type=hidden name=text><form id=article name=document></form><img name=querySelector>`,
  `<a id=nutgraf></a><a id=nutgraf name=init href=javascript:${CALL}></a>`,
  `<form name=body><input name=parentNode><input name=children></form>`,
  `<img name=getElementById><img id=text><img id=result><img id=sentences>`,
  `<template><script>${CALL}</script></template><template shadowrootmode=open><script>${CALL}</script></template>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=harm onerror=${CALL}&gt;">`,
  `<svg></p><style><a id="</style><img src=harm onerror=${CALL}>">`,
  `<noscript><p title="</noscript><img src=harm onerror=${CALL}>">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src=harm onerror=${CALL}>`,
  `<math href="javascript:${CALL}"><mi>x</mi></math>`,
  `<title><a id="</title><img src=harm onerror=${CALL}>">`,
  `<textarea></textarea><img src=harm onerror=${CALL}>`,
  `<xmp></xmp><img src=harm onerror=${CALL}><plaintext>`,
  `<!--><img src=harm onerror=${CALL}>--><![CDATA[<img src=harm onerror=${CALL}>]]>`,
  `<select><option><img src=harm onerror=${CALL}></select><table><td><table background=${ADDRESS}>`,
  `<nutgraf-summary for="harm" src="${ADDRESS}"></nutgraf-summary><p is="harm-element">harm</p>`,
  `<p slot=harm contenteditable draggable=true ondragstart=${CALL}>harm</p>`,
  `{{constructor.constructor('${CALL}')()}}\${${CALL}}<%= ${CALL} %>#{${CALL}}`,
];

/** All of them, each as markup. */
export function vectors() {
  const handlers = HANDLERS.flatMap(([element, handler]) =>
    WRITTEN.map((written) => written(element, handler)),
  );
  const addresses = SCRIPTS.flatMap((address) => FOLLOWING.map((following) => following(address)));
  return [...handlers, ...addresses, ...OTHERS];
}

/**
 * Runs in the page: pastes each as an article with it inside, and looks at what the page is then. As a function of text
 * alone, so that every driver can send it.
 * @param {string[]} vectors
 */
export async function attack(vectors) {
  const world = /** @type {any} */ (globalThis);
  let harmed = false;
  world.harm = () => {
    harmed = true;
  };
  /** @type {string[]} */
  const tried = [];
  // A style or base of a document that is never shown is refused, and would have no effect.
  const without = /^(style-src-|base-uri)/;
  // Chromium 156.0.8078.108 refuses an image's handler where markup is but parsed (template, DOMParser, parseHTML), and
  // says so of the document; of what stands in the page it says so of the element. The other engines refuse nothing.
  const parsed = /Chrome/.test(navigator.userAgent) ? "script-src-attr" : "";
  document.addEventListener("securitypolicyviolation", ({ target, blockedURI, effectiveDirective }) => {
    const ineffective = target === document && effectiveDirective === parsed;
    if (!without.test(effectiveDirective) && !ineffective) tried.push(`${effectiveDirective} ${blockedURI}`);
  });
  const foreign =
    "script, iframe, frame, object, embed, base, link, meta, style, form, img, video, audio, template, math, portal, nutgraf-summary";
  const strangers = () => document.querySelectorAll(foreign).length;
  const article = () => document.getElementById("article");
  /** @param {string} markup @param {string} sign */
  async function paste(markup, sign) {
    const data = new DataTransfer();
    data.setData("text/html", markup);
    data.setData("text/plain", sign);
    // Firefox makes no paste event with data of a page's own.
    const event = new Event("paste", { bubbles: true, cancelable: true });
    Object.defineProperty(event, "clipboardData", { value: data });
    document.body.dispatchEvent(event);
    for (let tries = 0; tries < 500; tries++) {
      if (article()?.textContent?.includes(sign)) return true;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return false;
  }
  const [place, base, title] = [location.href, document.baseURI, document.title];
  /** @type {string[]} */
  const wrong = [];
  await paste("<p>The ferry number none is back in the harbor.</p>", "number none is back");
  const own = strangers();
  for (const [number, vector] of vectors.entries()) {
    if (wrong.length > 5) break;
    const sign = `number ${number} is back`;
    const shown = await paste(`<p>The ferry ${sign} in the harbor.</p>${vector}<p>It is late.</p>`, sign);
    const attributes = [...(article()?.querySelectorAll("*") ?? [])].flatMap((element) => [
      ...element.attributes,
    ]);
    const odd = attributes.find(({ name }) => /^(on|href|src|action|style|name|slot|is$)/.test(name));
    const same = location.href === place && document.baseURI === base && document.title === title;
    if (!shown || harmed || odd || !same || strangers() !== own || tried.length > 0) {
      wrong.push(
        `${vector}: ${JSON.stringify({ shown, harmed, odd: odd?.name, same, strangers: strangers() - own, tried })}`,
      );
      harmed = false;
      tried.length = 0;
    }
  }
  // What comes late.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  return { wrong, harmed, tried };
}
