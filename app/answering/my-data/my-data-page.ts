import { markup, raw, type Markup, type Part } from '#app/answering/html.ts'
import { fieldWords, sectionWords, type Item, type SectionKey } from '#app/answering/my-data/my-data.ts'
import { myDataStyle } from '#app/answering/my-data/my-data-style.ts'
import { imprint, languageLinks, languageListStyle, page, privacyLink, type Place } from '#app/answering/page.ts'
import { answeringWords as words } from '#app/answering/words.ts'
import { isolated, languages, ownNames, type Language } from '#app/platform/languages.ts'
import { translator } from '#app/platform/words.ts'

export interface MyData {
  name: string
  /** The person's own language; null: not said. */
  language: Language | null
  /** Their `updated_at`: what was changed since is not overwritten. */
  seenAt: number
  items: Item[]
  /** Things of a section that are only in the download. */
  left: Partial<Record<SectionKey, number>>
  nonce: string
  /** A sentence about what was just done. */
  say: string | null
}

/** Everything that is kept about a person, in plain words, with what they can do about it. */
export function myDataPage(place: Place, of: MyData): Markup {
  const t = translator(place.locale)
  return shell(
    place,
    t(words.meTitle),
    markup`${of.say && markup`<p class="say" role="status">${of.say}</p>`}<h1>${t(words.meTitle)}</h1>
<p>${t(words.meLead, { company: isolated(place.locale, place.brand.name) })}</p>
<p class="two"><a class="a" href="?as=json">${t(words.meJson)}</a><a class="a" href="?as=csv&amp;lang=${place.locale}">${t(words.meCsv)}</a><a class="a" href="#correct">${t(words.meCorrect)}</a><a class="a" href="#erase">${t(words.meErase)}</a></p>
${(Object.keys(sectionWords) as SectionKey[]).map((key) => section(place, key, of))}
<h2 id="correct">${t(words.meCorrect)}</h2>${correction(place, of)}
<h2 id="erase">${t(words.meErase)}</h2><p>${t(words.meEraseLead)}</p><p><a class="a" href="?page=erase&amp;lang=${place.locale}">${t(words.meEraseGo)}</a></p>`,
  )
}

function section({ locale }: Place, key: SectionKey, { items, left }: MyData): Part {
  const t = translator(locale)
  const mine = items.filter((item) => item.section === key)
  if (mine.length === 0) return null
  const more = left[key] ?? 0
  return markup`<section><h2>${t(sectionWords[key])}</h2><ul class="l">${mine.map(
    ({ facts }) =>
      markup`<li><dl>${facts.map(({ field, value, shown }) => markup`<dt>${t(fieldWords[field])}</dt><dd>${shown ?? value}</dd>`)}</dl></li>`,
  )}</ul>${more > 0 && markup`<p>${t(words.meMore, { n: more })}</p>`}</section>`
}

function correction({ locale }: Place, { name, language, seenAt, nonce }: MyData): Markup {
  const t = translator(locale)
  const options = languages.map(
    (one) =>
      markup`<option value="${one}" lang="${one}"${one === language && raw(' selected')}>${ownNames[one]}</option>`,
  )
  return markup`<form method="post"><label class="b" for="n">${t(words.meName)}</label><input class="in" id="n" name="name" value="${name}" maxlength="200" required autocomplete="name">
<label class="b" for="g">${t(words.meLanguage)}</label><select class="in" id="g" name="language">${language === null && markup`<option value="" selected>–</option>`}${options}</select>
${hidden({ act: 'correct', nonce, lang: locale, seen: seenAt })}<button class="go" type="submit">${t(words.meSave)}</button></form>`
}

/** What goes, and what stays: the first of two questions. Opening it changes nothing. */
export function erasePage(place: Place, { nonce }: { nonce: string }): Markup {
  const t = translator(place.locale)
  return shell(
    place,
    t(words.meErase),
    markup`<h1>${t(words.meEraseTitle)}</h1>
<p><strong>${t(words.meGoes)}</strong> ${t(words.meGoesText)}</p>
<p><strong>${t(words.meStays)}</strong> ${t(words.meStaysText)}</p>
<form method="post">${hidden({ act: 'sure', nonce, lang: place.locale })}<button class="go" type="submit">${t(words.meGoOn)}</button></form>
<p><br><a class="a" href="?lang=${place.locale}">${t(words.meKeep)}</a></p>`,
  )
}

/** The second, with another button. */
export function surePage(place: Place, { nonce, again }: { nonce: string; again: boolean }): Markup {
  const t = translator(place.locale)
  return shell(
    place,
    t(words.meErase),
    markup`${again && markup`<p class="say" role="status">${t(words.pressAgain)}</p>`}<h1>${t(words.meSure)}</h1>
<p>${t(words.meSureText)}</p>
<p><a class="go a" href="?lang=${place.locale}">${t(words.meKeep)}</a></p>
<form method="post">${hidden({ act: 'erase', nonce, lang: place.locale })}<button class="go warn" type="submit">${t(words.meEraseNow)}</button></form>`,
  )
}

/** One thing said, with a way on. `again`: a button that mails a new link. */
export function plainPage(
  place: Place,
  { title, text, again = false }: { title: string; text: string; again?: boolean },
): Markup {
  const t = translator(place.locale)
  return shell(
    place,
    title,
    markup`<h1>${title}</h1>
<p role="status">${text}</p>${again && markup`<form method="post">${hidden({ act: 'again', lang: place.locale })}<button class="go" type="submit">${t(words.meSend)}</button></form>`}`,
  )
}

const hidden = (fields: Record<string, string | number>) =>
  Object.entries(fields).map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`)

function shell({ brand, organisation, locale }: Place, title: string, body: Markup): Markup {
  return page({
    locale,
    title: `${title} · ${brand.name}`,
    brand,
    style: myDataStyle + languageListStyle,
    body,
    footer: markup`<nav>${privacyLink(organisation, locale)}${languageLinks(locale, languages)}</nav>
${imprint(organisation, locale)}`,
  })
}
