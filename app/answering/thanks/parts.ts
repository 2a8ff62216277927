import { fillText } from '#app/surveys/wordings.ts'
import { consentWords, type ConsentKind } from '#app/advocacy/consent-texts.ts'
import { fillAsk } from '#app/advocacy/catalogue/ask-content.ts'
import { askPageWords } from '#app/answering/ask/words.ts'
import { markup, raw, type Markup, type Part } from '#app/answering/html.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import { longestPhone } from '#app/cases/wish.ts'
import type { Language, Phrase } from '#app/platform/languages.ts'
import { isLocale, translator } from '#app/platform/words.ts'
import { improveId, longestText } from '#app/surveys/question.ts'
import type { AskKind, AskWording } from '#db/enums/advocacy.ts'
import { replyTimes, type ReplyTime, type ReplyWish } from '#db/enums/cases.ts'

/** What stands in every form of the page. */
export interface FormOf {
  locale: Language
  nonce: string
  action: string
  /** What was just sent and noted, or went wrong: said at its own form. */
  said: { step: string; text: string; wrong: boolean } | null
}

function section(of: FormOf, step: string, title: string, fields: Part, button: string): Markup {
  const said = of.said?.step === step ? of.said : null
  return markup`<section id="${step}"><h2>${title}</h2>${said && markup`<p class="${said.wrong ? 'er' : 'say'}" role="status">${said.text}</p>`}<form method="post" action="${of.action}#${step}" novalidate>
<input type="hidden" name="do" value="${step}"><input type="hidden" name="nonce" value="${of.nonce}"><input type="hidden" name="lang" value="${of.locale}">
${fields}
<button class="b p" type="submit">${button}</button></form></section>`
}

const wishes: Record<ReplyWish, Phrase> = { call: words.wishCall, mail: words.wishMail, none: words.wishNone }
const times: Record<ReplyTime, Phrase> = {
  any: words.whenAny,
  morning: words.whenMorning,
  afternoon: words.whenAfternoon,
  evening: words.whenEvening,
}

export interface WishPart {
  choices: ReplyWish[]
  wish: ReplyWish | null
  when: ReplyTime | null
  /** Typed in this very visit; a stored number is never shown. */
  phone: string
}

/** How the unhappy want to hear from us, and when. */
export function wishPart(of: FormOf, { choices, wish, when, phone }: WishPart): Markup {
  const t = translator(of.locale)
  const choice = (one: ReplyWish) =>
    markup`<label class="o"><input type="radio" id="w-${one}" name="wish" value="${one}"${one === wish && raw(' checked')}><span>${t(wishes[one])}</span></label>`
  const time = (one: ReplyTime) =>
    markup`<option value="${one}"${one === (when ?? 'any') && raw(' selected')}>${t(times[one])}</option>`
  const fields = markup`<fieldset><legend hidden>${t(words.wishTitle)}</legend>${choices.map(choice)}</fieldset>
<div class="tel"><label class="f" for="w-phone">${t(words.wishPhone)}</label><input type="tel" id="w-phone" name="phone" autocomplete="tel" maxlength="${longestPhone}" value="${phone}">
<label class="f" for="w-when">${t(words.wishWhen)}</label><select id="w-when" name="when">${replyTimes.map(time)}</select></div>`
  return section(of, 'wish', t(words.wishTitle), fields, t(words.save))
}

/** "Don't share this with my usual contact", or plainly why that can't be. */
export function keepPart(
  of: FormOf,
  { name, possible, kept }: { name: string; possible: boolean; kept: boolean },
): Markup {
  const t = translator(of.locale)
  if (!possible) return markup`<section><h2>${t(words.keepTitle)}</h2><p>${t(words.keepNobody, { name })}</p></section>`
  const fields = markup`<label class="o"><input type="checkbox" name="kept" value="1" aria-describedby="k-h"${kept && raw(' checked')}><span>${t(words.keepBox, { name })}</span></label><p class="h" id="k-h">${t(words.keepHint, { name })}</p>${kept && raw('<input type="hidden" name="had" value="1">')}`
  return section(of, 'keep', t(words.keepTitle), fields, t(words.save))
}

/** What the happy may agree to, each in its exact words; nothing in a language that has none. */
export function agreePart(of: FormOf, company: string, kinds: { kind: ConsentKind; ticked: boolean }[]): Markup | null {
  const { locale } = of
  if (!isLocale(locale) || kinds.length === 0) return null
  const t = translator(locale)
  const box = ({ kind, ticked }: (typeof kinds)[number]) =>
    markup`<label class="o"><input type="checkbox" name="agree" value="${kind}"${ticked && raw(' checked')}><span>${fillText(consentWords(kind)[locale], { company })}</span></label>`
  const had = kinds.filter((one) => one.ticked).map((one) => one.kind)
  const fields = markup`<fieldset><legend class="h">${t(words.agreeLead)}</legend>${kinds.map(box)}</fieldset><input type="hidden" name="had" value="${had.join()}">`
  return section(of, 'agree', t(words.agreeTitle), fields, t(words.save))
}

/** One thing that the passive would have us improve. */
export function improvePart(of: FormOf, typed: string): Markup {
  const t = translator(of.locale)
  const fields = markup`<textarea class="sh" name="a.${improveId}" aria-label="${t(words.improveTitle)}" maxlength="${longestText}" rows="3" placeholder="${t(words.optional)}">
${typed}</textarea>`
  return section(of, 'improve', t(words.improveTitle), fields, t(words.sendMore))
}

export interface AskPart {
  kind: AskKind
  wording: Record<'en' | 'ja', AskWording>
  said: 'accept' | 'decline' | null
  company: string
  /** Of who said yes to recommending us: the address of their link. */
  link: string | null
}

/** The one thing that a promoter is asked here: its subject, what a yes agrees to, yes and no; or what they said. */
export function askPart(of: FormOf, { kind, wording, said, company, link }: AskPart): Markup | null {
  const { locale } = of
  if (!isLocale(locale)) return null
  const t = translator(locale)
  const fill = (text: string) => fillAsk(text, { name: '', company, sender: company })
  const button = (answer: 'accept' | 'decline', look: string, text: string) =>
    said === answer
      ? null
      : markup`<button class="b ${look}" type="submit" name="answer" value="${answer}">${text}</button>`
  const noted = said && (said === 'accept' ? t(askPageWords.saidYes, { sender: company }) : t(askPageWords.saidNo))
  const wrong = of.said?.step === 'ask' && of.said.wrong ? of.said.text : null
  return markup`<section id="ask"><h2>${fill(wording[locale].subject)}</h2>${wrong && markup`<p class="er" role="status">${wrong}</p>`}${noted && markup`<p class="say" role="status">${noted}</p>`}${link && markup`<p><strong>${t(askPageWords.linkTitle)}</strong><br><a href="${link}">${link}</a></p>`}<form method="post" action="${of.action}#ask" novalidate>
<input type="hidden" name="do" value="ask"><input type="hidden" name="nonce" value="${of.nonce}"><input type="hidden" name="lang" value="${locale}"><input type="hidden" name="kind" value="${kind}">
${said !== 'accept' && markup`<p class="h">${t(askPageWords.consent)}<br>${fill(wording[locale].consent)}</p>`}${button('accept', 'p', t(askPageWords.yes))}${button('decline', 'n', t(askPageWords.no))}</form></section>`
}
