import { caniemail } from 'caniemail'
import { HtmlValidate } from 'html-validate'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { compileInvitation } from '#app/delivery/compile-invitation.server.ts'
import { enqueueWave } from '#app/delivery/enqueue-wave.server.ts'
import { openInvitationToken, openUnsubscribeToken } from '#app/delivery/invitation-token.server.ts'
import type { MailContent } from '#app/delivery/invitation-mail.ts'
import { launchProgram } from '#app/delivery/launch-program.server.ts'
import { planWave } from '#app/delivery/plan-wave.server.ts'
import { renderInvitation } from '#app/delivery/render-invitation.server.ts'
import { sendTest } from '#app/delivery/send-test.server.ts'
import { languages, type Language } from '#app/platform/languages.ts'
import { getPageInvitation } from '#app/responses/get-answering-invitation.server.ts'
import { standardWording } from '#app/surveys/wordings.ts'
import { metrics, type Metric } from '#db/enums/statistics.ts'
import { brands } from '#db/schema/platform.ts'
import { invitationsOf, liveProgram, mailsAbout, runJob } from '#test/delivery/make.ts'
import { editProgram } from '#app/surveys/edit-program.server.ts'
import { editOf } from '#test/surveys/make.ts'
import { world } from '#test/world.ts'

const content = (locale: Language, metric: Metric = 'nps'): MailContent => ({
  locale,
  metric,
  wording: standardWording(metric, 'relationship')[locale],
  brand: { name: 'Sora & Co', colour: '#1f5fbf', senderName: 'Sora', replyTo: null },
  logoUrl: 'https://koe.example/files/file_1',
  organisation: {
    name: 'Sora Software KK',
    postalAddress: '1-1 Marunouchi\nTokyo 100-0005',
    privacyUrl: 'https://sora.example/privacy',
  },
  isTest: false,
})
const slots = {
  greeting: 'Hello <b>Ann</b>,',
  link: 'https://koe.example/s/token',
  unsubscribe: 'https://koe.example/u/token',
}

const validate = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Mail is made of these: Outlook reads attributes and inline styles, not sheets.
    'no-inline-style': 'off',
    'no-deprecated-attr': 'off',
    'attribute-empty-style': 'off',
    'void-style': 'off',
    'no-implicit-button-type': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
  },
})

describe('the mail of an invitation', () => {
  it.each(metrics.flatMap((metric) => languages.map((locale) => [metric, locale] as const)))(
    'is valid HTML and small: %s, %s',
    async (metric, locale) => {
      const html = compileInvitation(content(locale, metric)).html(slots)
      const report = await validate.validateString(html)
      expect(
        report.results.flatMap((result) => result.messages.map((message) => `${message.ruleId}: ${message.message}`)),
      ).toEqual([])
      expect(Buffer.byteLength(html)).toBeLessThan(102 * 1024)
      expect(Buffer.byteLength(html)).toBeLessThan(20 * 1024)
    },
  )

  it('has one link for every score, in a table', () => {
    const links = (metric: Metric) =>
      [
        ...compileInvitation(content('en', metric))
          .html(slots)
          .matchAll(/<td[^>]*><a href="https:\/\/koe\.example\/s\/token\?score=(\d+)"/g),
      ].map((match) => Number(match[1]))
    expect(links('nps')).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(links('csat')).toEqual([1, 2, 3, 4, 5])
    expect(links('ces')).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  it('uses nothing that the large mail programs refuse', () => {
    const { issues } = caniemail({
      html: compileInvitation(content('en')).html(slots),
      clients: ['gmail.*', 'outlook.windows', 'outlook.macos', 'outlook.ios', 'apple-mail.*'],
    })
    // Some of the look is refused here and there and does no harm: corners, widths, the dark variant, the address on two lines.
    const degrades =
      /border-radius|max-width|display|white-space|prefers-color-scheme|<style>|@media|color-scheme|width|height|margin|padding|border-spacing|overflow|opacity|table-layout|max-height|background|class selector|target attribute|outline|text-decoration-line|<body> element/i
    const refused = [...issues.errors.values()]
      .flat()
      .map((issue) => issue.title)
      .filter((title) => !degrades.test(title))
    expect([...new Set(refused)]).toEqual([])
  })

  it('escapes names and wordings, and a wording cannot reach into a slot', () => {
    const hostile = content('en')
    hostile.wording.question = '<script>alert(1)</script> {company} {link} $& %s'
    const html = compileInvitation(hostile).html(slots)
    expect(html).not.toMatch(/<script|<b>/)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; Sora &amp; Co {link} $&amp; %s')
    expect(html).toContain('Hello &lt;b&gt;Ann&lt;/b&gt;,')
  })

  it('says the same as plain text', () => {
    expect(compileInvitation(content('ja', 'csat')).text({ ...slots, greeting: '山田 花子 様' })).toBe(`山田 花子 様

Sora & Co について、全体としてどのくらいご満足いただけていますか。

数字をお選びください。1 分ほどでご回答いただけます。

1 (とても不満): https://koe.example/s/token?score=1
2: https://koe.example/s/token?score=2
3: https://koe.example/s/token?score=3
4: https://koe.example/s/token?score=4
5 (とても満足): https://koe.example/s/token?score=5

アンケートのページを開く: https://koe.example/s/token

--
Sora & Co をご利用いただいている皆さまにお送りしています。ご回答は貴社の担当者がすべて拝読し、お困りの点があれば担当者からご連絡いたします。

Sora Software KK
1-1 Marunouchi
Tokyo 100-0005

プライバシーポリシー: https://sora.example/privacy
アンケートの配信を停止する: https://koe.example/u/token
`)
  })

  it('greets the company of a shared mailbox, not the name of the box; so does its page', async () => {
    const w = await world()
    const program = await liveProgram(w)
    const [aoi, soft] = [await w.account({ name: '株式会社アオイ' }), await w.account({ name: 'Umi Foods' })]
    await w.contact({ name: '総務 太郎', language: 'ja', isShared: true, accountId: aoi.id })
    await w.contact({ name: 'Support Desk', language: 'en', isShared: true, accountId: soft.id })
    await w.contact({ name: 'Nobody There', language: 'en', isShared: true, accountId: null })
    const { waveId } = await launchProgram(w.ctx(), { programId: program.id, launchKey: 'render shared ones' })
    await runJob(w.system(), planWave, { waveId })
    await runJob(w.system(), enqueueWave, { waveId })
    const made = await invitationsOf(w, waveId)
    const mails = await Promise.all(
      made.map(async (row) => renderInvitation(w.system(), (await mailsAbout(w, row.id))[0]!)),
    )
    expect(mails.map((mail) => mail.text.split('\n')[0]).sort()).toEqual([
      'Hello everybody at Umi Foods,',
      'How likely is it that you would recommend Sora to a friend or colleague?',
      '株式会社アオイ 御中',
    ])
    for (const { id } of made) expect((await getPageInvitation(w.ctx(), id))!.name).toBeNull()
  })

  it('greets each person in their language, with links of their own and one-click unsubscribing', async () => {
    const w = await world()
    const program = await liveProgram(w)
    await w.contact({ name: '佐藤 健', language: 'ja' })
    await w.contact({ name: 'Ann Lee', language: 'en' })
    await w.contact({ name: 'info@customer.test', language: null })
    const { waveId } = await launchProgram(w.ctx(), { programId: program.id, launchKey: 'render these' })
    await runJob(w.system(), planWave, { waveId })
    await runJob(w.system(), enqueueWave, { waveId })
    const made = await invitationsOf(w, waveId)
    const mails = await Promise.all(
      made.map(async (row) => renderInvitation(w.system(), (await mailsAbout(w, row.id))[0]!)),
    )
    const [ja, en, unnamed] = ['佐藤', 'Ann', '@'].map((part, i) =>
      i < 2
        ? mails.find((mail) => mail.text.startsWith(part) || mail.text.startsWith(`Hello ${part}`))
        : mails.find((mail) => mail.text.startsWith('How')),
    )
    expect(ja).toMatchObject({ subject: 'Sora についてのご意見をお聞かせください', fromName: 'Sora Software' })
    expect(ja!.html).toContain('佐藤 健 様')
    expect(ja!.html).toContain('lang="ja"')
    expect(en!.text).toMatch(
      /^Hello Ann Lee,\n\nHow likely is it that you would recommend Sora to a friend or colleague\?/,
    )
    expect(unnamed!.html).not.toContain('Hello')
    const greeted = await Promise.all(made.map(async ({ id }) => (await getPageInvitation(w.ctx(), id))!.name))
    expect(greeted.map(String).sort()).toEqual(['Ann Lee', 'null', '佐藤 健'])
    const tokens = mails.map((mail) => ({
      survey: /\/s\/([\w.:-]+)/.exec(mail.text)![1]!,
      unsubscribe: /\/u\/([\w.:-]+)/.exec(mail.text)![1]!,
    }))
    expect(tokens.map((token) => openInvitationToken(w.keys, token.survey)?.id).sort()).toEqual(
      made.map((row) => row.id).sort(),
    )
    expect(tokens.map((token) => openUnsubscribeToken(w.keys, token.unsubscribe)?.id).sort()).toEqual(
      made.map((row) => row.id).sort(),
    )
    for (const [i, mail] of mails.entries()) {
      expect(mail.headers).toEqual({
        'List-Unsubscribe': expect.stringMatching(
          new RegExp(`^<https?://[^>]+/u/${tokens[i]!.unsubscribe.replaceAll('.', '\\.')}>$`),
        ) as string,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      })
    }
  })

  it('is written whole in the language of its reader, from right to left where it is read so, else in English', async () => {
    const w = await world()
    const program = await liveProgram(w)
    const edit = await editOf(w, program.id)
    await editProgram(w.ctx(), { ...edit, wording: { en: edit.wording.en, ja: edit.wording.ja }, takenOut: ['th'] })
    await w.contact({ name: 'نور الخطيب', language: 'ar' })
    await w.contact({ name: 'สมชาย', language: 'th' })
    const { waveId } = await launchProgram(w.ctx(), { programId: program.id, launchKey: 'far away' })
    await runJob(w.system(), planWave, { waveId })
    await runJob(w.system(), enqueueWave, { waveId })
    const mails = await Promise.all(
      (await invitationsOf(w, waveId)).map(async (row) =>
        renderInvitation(w.system(), (await mailsAbout(w, row.id))[0]!),
      ),
    )
    const arabic = mails.find((mail) => mail.html.includes('lang="ar"'))!
    expect(arabic.html).toContain('dir="rtl"')
    expect(arabic.text).toMatch(/^مرحبًا نور الخطيب،\n\nما مدى احتمال/)
    const english = mails.find((mail) => mail !== arabic)!
    expect(english.text).toMatch(/^Hello สมชาย,\n\nHow likely/)
    expect(english.html).toContain('lang="en"')
  })

  it('shows a new brand at once, and marks a test', async () => {
    const w = await world()
    const program = await liveProgram(w)
    const { invitationId, email } = await sendTest(w.ctx(), { programId: program.id, language: 'en' })
    expect(email).toBe('admin@koe.test')
    const [message] = await mailsAbout(w, invitationId)
    expect(message).toMatchObject({ toEmail: 'admin@koe.test', stream: 'invitation' })
    const before = await renderInvitation(w.system(), message!)
    expect(before.subject).toBe('[Test] How likely are you to recommend Sora?')
    expect(before.html).toContain('never counts')
    await w.store.write(async (tx) =>
      tx.update(brands).set({ name: 'Umi', replyTo: 'voice@umi.example' }).where(eq(brands.id, w.brandId)),
    )
    expect(await renderInvitation(w.system(), message!)).toMatchObject({
      subject: '[Test] How likely are you to recommend Umi?',
      replyTo: 'voice@umi.example',
    })
  })
})
