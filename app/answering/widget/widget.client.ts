/* Runs on pages that are not ours, as /widget.js: written for small size, and of what old browsers know. */

interface Survey {
  nonce: string
  known: boolean
  language: string
  dir: string
  theme: string
  brand: string
  question: string
  low: string
  high: string
  scores: { score: number; label: string; ask: string }[]
  longest: number
  words: Record<'comment' | 'optional' | 'send' | 'noScore' | 'busy' | 'close', string>
}
interface Options {
  contact?: string
  lang?: string
}
interface End {
  title?: string
  thanks?: string
  say?: string
  url: string
  change: string
}

;(() => {
  const script = document.currentScript as HTMLScriptElement | null
  const global = window as { koe?: object }
  if (!script || global.koe) return
  const given = script.dataset
  const home = new URL(script.src).origin
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const el = (name: string, props: object, ...inside: (Node | string)[]): any => {
    const made = Object.assign(document.createElement(name), props)
    made.append(...inside)
    return made
  }
  const style =
    '*{box-sizing:border-box}' +
    ':host{all:initial;position:fixed;inset-block-end:16px;inset-inline-end:16px;z-index:2147483000;max-width:calc(100vw - 32px)}' +
    '[role=dialog]{width:440px;max-width:100%;max-height:calc(100vh - 32px);overflow:auto;padding:16px;background:var(--c);color:var(--t);border:1px solid var(--l);border-radius:12px;box-shadow:0 8px 32px #0004;font:16px/1.5 -apple-system,"Segoe UI","Hiragino Sans","Noto Sans JP","Yu Gothic UI",Meiryo,sans-serif;text-align:start;overflow-wrap:anywhere;animation:in .16s}' +
    '@keyframes in{from{opacity:0;transform:translateY(8px)}}' +
    '@media(prefers-reduced-motion:reduce){*{animation:none!important}}' +
    '.top{display:flex;gap:8px;align-items:flex-start;justify-content:space-between}' +
    'h2{font-size:17px;line-height:1.4;margin:10px 0;font-weight:600}' +
    'p{margin:0 0 12px}' +
    'fieldset{border:0;margin:0;padding:0;min-width:0}legend{padding:0;float:inline-start;width:100%}' +
    '.s{display:grid;grid-template-columns:repeat(6,1fr);gap:4px;clear:both}.n5{grid-template-columns:repeat(5,1fr)}.n7{grid-template-columns:repeat(7,1fr)}' +
    '@media(max-width:400px){.n7,.n11{grid-template-columns:repeat(4,1fr)}}' +
    '.s label{position:relative;display:block}' +
    '.s input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}' +
    '.s span{display:flex;align-items:center;justify-content:center;min-height:44px;border:1px solid var(--l);border-radius:6px;font-weight:600}' +
    '.s input:hover+span{border-color:var(--b);box-shadow:inset 0 0 0 1px var(--b)}' +
    '.s input:checked+span{background:var(--b);border-color:var(--b);color:var(--o)}' +
    'a:focus-visible,button:focus-visible,textarea:focus-visible,.s input:focus-visible+span,[role=dialog]:focus-visible{outline:3px solid var(--a);outline-offset:2px}' +
    '.e{display:flex;justify-content:space-between;gap:16px;margin:4px 0 12px;font-size:13px;color:var(--q)}.e span+span{text-align:end}' +
    '.f{display:block;margin:0 0 4px;font-weight:600;font-size:14px}' +
    'textarea{display:block;width:100%;min-height:76px;padding:8px;border:1px solid var(--l);border-radius:6px;background:var(--c);color:var(--t);font:inherit;resize:vertical}' +
    'button{font:inherit;cursor:pointer;min-height:44px;min-width:44px;border:0;border-radius:8px}' +
    '.go{width:100%;margin-top:12px;padding:8px 16px;background:var(--b);color:var(--o);font-weight:600}' +
    '.go[aria-disabled=true]{opacity:.6}' +
    '.x{flex:none;margin:-6px;background:none;color:var(--q);font-size:22px;line-height:1}' +
    '.say{background:var(--i);border-inline-start:4px solid var(--b);padding:8px 12px;border-radius:4px}.say:empty{display:none}' +
    'a{color:var(--a);display:inline-block;min-height:44px;line-height:44px}' +
    '@media(forced-colors:active){.s input:checked+span{outline:3px solid Highlight}}'

  let open: boolean | object | null = null
  const call = async (who?: string, lang?: string, body?: object) => {
    const headers: Record<string, string> = {}
    if (who) headers['koe-contact'] = who
    if (body) headers['content-type'] = 'application/json'
    const reply = await fetch(home + '/w/' + given.door + (lang ? '?lang=' + encodeURIComponent(lang) : ''), {
      method: body ? 'POST' : 'GET',
      credentials: 'omit',
      cache: 'no-store',
      keepalive: !!body,
      headers,
      body: body ? JSON.stringify(body) : null,
    })
    return { ok: reply.ok, said: await reply.json() }
  }

  // For the developer of the page, who has nothing but the console.
  // eslint-disable-next-line no-console
  const warn = (text: string) => console.warn('Koe: ' + text)

  // Resolves to whether anything was asked.
  const ask = async (options: Options = {}) => {
    if (open) return false
    const who = options.contact || given.contact
    const lang = options.lang || given.lang
    open = true
    try {
      const { ok, said } = await call(who, lang)
      if (!ok) warn(said.detail + ' (' + said.code + ')')
      if (!ok || !said.ask) return !!(open = null)
      show(said, (body) => call(who, lang, body))
      if (said.known) call(who, lang, { nonce: said.nonce, shown: true }).catch(() => {})
      return true
    } catch {
      warn(home + ' could not be asked. Is ' + window.location.origin + ' among the origins of this door?')
      return !!(open = null)
    }
  }

  const show = (survey: Survey, send: (body: object) => ReturnType<typeof call>) => {
    const { words } = survey
    let nonce = survey.nonce
    let busy = false
    const before = document.activeElement as HTMLElement | null
    const host: HTMLElement = el('div', { lang: survey.language, dir: survey.dir })
    const root = host.attachShadow({ mode: 'open' })
    try {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(survey.theme + style)
      root.adoptedStyleSheets = [sheet]
    } catch {
      root.append(el('style', { textContent: survey.theme + style }))
    }
    const close = () => {
      const within = root.activeElement
      host.remove()
      open = null
      if (within && before && before.focus) before.focus()
    }
    const x = el('button', { type: 'button', className: 'x', textContent: '×', onclick: close })
    x.setAttribute('aria-label', words.close)
    const say = el('p', { className: 'say' })
    say.setAttribute('role', 'status')
    const label = el('label', { className: 'f', htmlFor: 'c', textContent: words.comment })
    const text = el('textarea', { id: 'c', maxLength: survey.longest, placeholder: words.optional })
    const scores = survey.scores.map(({ score, label: name, ask: more }) => {
      const input = el('input', {
        type: 'radio',
        name: 'score',
        value: score,
        onchange: () => (label.textContent = more),
      })
      input.setAttribute('aria-label', name)
      return el('label', {}, input, el('span', { textContent: score, ariaHidden: 'true' }))
    })
    const ends = el(
      'div',
      { className: 'e', id: 'e' },
      el('span', { textContent: survey.low }),
      el('span', { textContent: survey.high }),
    )
    const choice = el(
      'fieldset',
      {},
      el('legend', {}, el('h2', { id: 'q', textContent: survey.question })),
      el('div', { className: 's n' + scores.length }, ...scores),
      ends,
    )
    choice.setAttribute('aria-describedby', 'e')
    const go = el('button', { className: 'go', textContent: words.send })
    const form = el('form', { noValidate: true }, choice, label, text, say, go)
    const box = el(
      'section',
      { tabIndex: -1 },
      el('div', { className: 'top' }, el('span', { textContent: survey.brand }), x),
      form,
    )
    box.setAttribute('role', 'dialog')
    box.setAttribute('aria-labelledby', 'q')
    const end = ({ title, thanks, say: what, url, change }: End) => {
      const link = el('a', { href: home + url, target: '_blank', rel: 'noopener', textContent: change })
      form.replaceWith(
        el('h2', { id: 'q', textContent: title || what }),
        ...(thanks ? [el('p', { textContent: thanks })] : []),
        link,
      )
      box.focus()
    }
    form.addEventListener('submit', async (event: Event) => {
      event.preventDefault()
      if (busy) return
      const chosen = root.querySelector<HTMLInputElement>(':checked')
      if (!chosen) {
        say.textContent = words.noScore
        return scores[0]?.firstChild.focus()
      }
      busy = true
      go.setAttribute('aria-disabled', true)
      say.textContent = ''
      try {
        const { said } = await send({ nonce, score: +chosen.value, comment: text.value })
        if (said.url) return end(said)
        nonce = said.nonce || nonce
        say.textContent = said.say || said.detail || words.busy
      } catch {
        say.textContent = words.busy
      } finally {
        busy = false
        go.removeAttribute('aria-disabled')
      }
    })
    host.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.isComposing) close()
    })
    root.append(box)
    document.body.append(host)
    open = host
    // Who is writing elsewhere on the page keeps the focus.
    if (!before || !before.matches('input,textarea,select,[contenteditable]')) box.focus({ preventScroll: true })
  }

  global.koe = { ask }
  // Without a contact nobody knows who was asked before: then the product says when.
  if (given.contact && given.ask !== 'later') ask()
  window.dispatchEvent(new CustomEvent('koe:ready'))
})()
