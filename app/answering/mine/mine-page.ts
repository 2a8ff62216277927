import { markup, raw, type Markup, type Part } from '#app/answering/html.ts'
import { mineWords as words } from '#app/answering/mine/words.ts'
import { askPageWords } from '#app/answering/ask/words.ts'
import { myDataStyle } from '#app/answering/my-data/my-data-style.ts'
import { ownPage } from '#app/answering/own-page.ts'
import { languageListStyle, type Place } from '#app/answering/page.ts'
import { translator, type Locale } from '#app/platform/words.ts'

export type MinePlace = Place<Locale>

/** What the page says of a person; every text is in its language already. */
export interface Mine {
  name: string
  points: number
  tier: { name: string; benefits: string } | null
  next: { name: string; missing: number } | null
  tiers: { name: string; from: number; benefits: string }[]
  asks: { what: string; said: string; date: string; href: string | null }[]
  link: { shown: string; href: string; leads: number; customers: number } | null
  rewards: { what: string; said: string; date: string }[]
  consents: { kind: string; name: string; text: string | null; date: string }[]
  stopped: boolean
  stopOpen: boolean
  nonce: string
  say: string | null
}

const style = `${myDataStyle}${languageListStyle}.note{color:var(--q);font-size:14px}.wrap{overflow-wrap:anywhere}.big{font-size:22px;font-weight:600;margin:4px 0}.small{min-height:44px;padding:8px 14px;border:2px solid var(--l);border-radius:6px;background:none;color:var(--t);font:inherit;cursor:pointer}`

/** A person's own page: asks, link, rewards, tier, consents. Opening it changes nothing: machines open every link. */
export function minePage(place: MinePlace, of: Mine): Markup {
  const t = translator(place.locale)
  const { locale } = place
  return shell(
    place,
    t(words.title, { company: place.brand.name }),
    markup`${of.say && markup`<p class="say" role="status">${of.say}</p>`}<h1>${t(words.hello, { name: of.name })}</h1>
<p>${t(words.lead)}</p>
<h2>${t(words.points)}</h2><p class="big">${t(words.nPoints, { n: of.points })}</p>
${of.tier && markup`<p><strong>${t(words.tier, { tier: of.tier.name })}</strong><br>${of.tier.benefits}</p>`}${of.next && markup`<p class="note">${t(words.toNext, { n: of.next.missing, tier: of.next.name })}</p>`}
<details><summary>${t(words.tiers)}</summary><ul class="l">${of.tiers.map((tier) => markup`<li><strong>${tier.name}</strong> <span class="note">${t(words.from, { n: tier.from })}</span><br>${tier.benefits}</li>`)}</ul></details>
<h2>${t(words.rewards)}</h2>${list(of.rewards, t(words.noRewards), ({ what, said, date }) => markup`<li>${what}<br><span class="note">${said} · ${date}</span></li>`)}
<h2>${t(words.referral)}</h2>${of.link ? referral(locale, of.link) : markup`<p class="note">${t(words.noReferral)}</p>`}
<h2>${t(words.asks)}</h2>${list(of.asks, t(words.noAsks), (ask) => markup`<li>${ask.what}<br><span class="note">${ask.said} · ${ask.date}</span>${ask.href && markup`<br><a class="a" href="${ask.href}">${t(words.askOpen)}</a>`}</li>`)}
<h2>${t(words.consents)}</h2>${list(of.consents, t(words.noConsents), (one) => markup`<li><strong>${one.name}</strong> <span class="note">${one.date}</span>${one.text && markup`<br>${one.text}`}${form(place, of, 'withdraw', markup`<input type="hidden" name="kind" value="${one.kind}"><button class="small" type="submit" aria-label="${t(words.withdraw)}: ${one.name}">${t(words.withdraw)}</button>`)}</li>`)}${of.consents.length > 0 && markup`<p class="note">${t(words.withdrawHint)}</p>`}
<details${of.stopOpen && raw(' open')}><summary>${t(askPageWords.stopTitle)}</summary>${stop(place, of)}</details>`,
  )
}

function list<T>(rows: T[], none: string, each: (row: T) => Markup): Markup {
  return rows.length ? markup`<ul class="l">${rows.map(each)}</ul>` : markup`<p class="note">${none}</p>`
}

function referral(locale: Locale, of: NonNullable<Mine['link']>): Markup {
  const t = translator(locale)
  return markup`<p class="wrap"><a class="a" href="${of.href}">${of.shown}</a></p><p>${t(words.leads, { n: of.leads })}${of.customers > 0 && markup` ${t(words.customers, { n: of.customers })}`}</p><p class="note">${t(words.referralText)}</p>`
}

function stop(place: MinePlace, of: Mine): Markup {
  const t = translator(place.locale)
  if (of.stopped)
    return form(place, of, 'undo-stop', markup`<p>${t(askPageWords.stopped)}</p><button class="small" type="submit">${t(askPageWords.undo)}</button>`) // prettier-ignore
  return form(place, of, 'stop', markup`<p>${t(askPageWords.stopText)}</p><button class="small" type="submit">${t(askPageWords.stopButton)}</button>`) // prettier-ignore
}

/** A page that says one thing: this link opens nothing. */
export const mineNotice = (place: MinePlace, title: string, text: string): Markup =>
  shell(place, title, markup`<h1>${title}</h1><p>${text}</p>`)

const form = (place: MinePlace, { nonce }: Mine, act: string, body: Part): Markup =>
  markup`<form method="post"><input type="hidden" name="act" value="${act}"><input type="hidden" name="nonce" value="${nonce}"><input type="hidden" name="lang" value="${place.locale}">${body}</form>`

const shell = (place: MinePlace, title: string, body: Part): Markup => ownPage(place, { title, style, body })
