import { linkMailWords } from '#app/advocacy/asking/mail-words.ts'
import type { AskAnswer } from '#app/advocacy/asking/ask.ts'
import { laterMonths } from '#app/advocacy/asking/ask.ts'
import { askPageWords as words } from '#app/answering/ask/words.ts'
import { markup, raw, type Markup, type Part } from '#app/answering/html.ts'
import { myDataStyle } from '#app/answering/my-data/my-data-style.ts'
import { ownPage } from '#app/answering/own-page.ts'
import { languageListStyle, type Place } from '#app/answering/page.ts'
import { translator, type Locale } from '#app/platform/words.ts'

/** Asks are written in these. */
export type AskPlace = Place<Locale>

export interface AskView {
  sender: string
  subject: string
  body: string
  /** What a yes agrees to. */
  consent: string
  /** What was answered before; null: nothing yet. */
  said: AskAnswer | null
  /** The date until which nobody asks, in words. */
  laterDate: string | null
  /** Wants to hear of no ask at all. */
  stopped: boolean
  nonce: string
  /** A sentence about what was just done. */
  say: string | null
  /** Of who said yes to recommending us: their link. */
  link: string | null
  /** The part about no asks at all is open. */
  stopOpen: boolean
  /** After a yes: the address of the person's own page. */
  mine: string | null
}

const style = `${myDataStyle}${languageListStyle}.q{white-space:pre-line}.agree{border-inline-start:3px solid var(--l);padding-inline-start:12px;color:var(--q)}.say+h1{margin-top:8px}.b2{margin-top:10px}`

/** What somebody is asked, and how they answer. Opening it changes nothing: machines open every link. */
export function askPage(place: AskPlace, of: AskView): Markup {
  const t = translator(place.locale)
  const company = place.brand.name
  const { said, sender } = of
  const thanks = {
    accept: t(words.saidYes, { sender }),
    decline: t(words.saidNo),
    later: t(words.saidLater, { date: of.laterDate ?? '' }),
  }
  return shell(
    place,
    of.subject,
    markup`${of.say && markup`<p class="say" role="status">${of.say}</p>`}${said && markup`<p class="say" role="status">${thanks[said]}${of.mine && markup`<br><a class="a" href="${of.mine}">${t(words.mine)}</a>`}</p>`}<h1>${of.subject}</h1>${of.link !== null && linkPart(place.locale, of.link, company)}
<p>${t(words.from, { sender, company })}</p><p class="q">${of.body}</p>
${said !== 'accept' && yes(place, of)}
${said !== 'later' && later(place, of)}
${said !== 'decline' && form(place, of, 'decline', markup`<button class="go warn b2" type="submit">${t(words.no)}</button>`)}
<p><small>${t(words.change)}</small></p>
<details${of.stopOpen && raw(' open')}><summary>${t(words.stopTitle)}</summary>${stop(place, of)}</details>`,
  )
}

/** One's own link with words to forward: a text to be marked and copied, since the page has no script. */
export function linkPart(locale: Locale, link: string, company: string): Markup {
  const t = translator(locale)
  return markup`<section class="agree"><p><strong>${t(words.linkTitle)}</strong></p><p><a href="${link}">${link}</a></p><label class="b" for="fw">${t(words.linkForward)}</label><textarea id="fw" rows="4" readonly>
${t(linkMailWords.forward, { company })}
${link}</textarea><p><small>${t(words.linkMail)}</small></p></section>`
}

const yes = (place: AskPlace, of: AskView): Markup => {
  const t = translator(place.locale)
  return form(
    place,
    of,
    'accept',
    markup`<p class="agree"><small>${t(words.consent)}</small><br>${of.consent}</p><button class="go" type="submit">${t(words.yes)}</button>`,
  )
}

function later(place: AskPlace, of: AskView): Markup {
  const t = translator(place.locale)
  const choices = laterMonths.map(
    (n) =>
      markup`<label class="o"><input type="radio" name="months" value="${n}"${n === 3 && raw(' checked')}><span>${n === 1 ? t(words.oneMonth) : t(words.months, { n })}</span></label>`,
  )
  const body = markup`<fieldset><legend>${t(words.laterIn)}</legend>${choices}</fieldset><button class="go warn" type="submit">${t(words.later)}</button>`
  return markup`<details class="b2"><summary>${t(words.later)}</summary>${form(place, of, 'later', body)}</details>`
}

function stop(place: AskPlace, of: AskView): Markup {
  const t = translator(place.locale)
  if (of.stopped)
    return form(place, of, 'undo-stop', markup`<p>${t(words.stopped)}</p><button class="as a" type="submit">${t(words.undo)}</button>`) // prettier-ignore
  return form(place, of, 'stop', markup`<p>${t(words.stopText)}</p><button class="go warn" type="submit">${t(words.stopButton)}</button>`) // prettier-ignore
}

/** A page for an ask that is over, or a link that opens none. */
export function askNotice(
  place: AskPlace,
  { title, text, of }: { title: string; text: string; of: AskView | null },
): Markup {
  const t = translator(place.locale)
  return shell(
    place,
    title,
    markup`${of?.say ? markup`<p class="say" role="status">${of.say}</p>` : null}<h1>${title}</h1><p>${text}</p>${of && markup`<details${of.stopOpen && raw(' open')}><summary>${t(words.stopTitle)}</summary>${stop(place, of)}</details>`}`,
  )
}

const form = (place: AskPlace, { nonce }: AskView, act: string, body: Part): Markup =>
  markup`<form method="post"><input type="hidden" name="act" value="${act}"><input type="hidden" name="nonce" value="${nonce}"><input type="hidden" name="lang" value="${place.locale}">${body}</form>`

const shell = (place: AskPlace, title: string, body: Part): Markup => ownPage(place, { title, style, body })
