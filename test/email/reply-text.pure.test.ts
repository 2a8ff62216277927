import { describe, expect, test } from 'vitest'
import { repliedWords } from '#app/email/reply-text.ts'

const lines = (...all: string[]) => all.join('\n')

/** What was typed, what the program put around it, and what must be left. */
const golden: Record<string, [string, string]> = {
  'Gmail, English': [
    lines(
      'I would give you a 10. The new search is great!',
      '',
      'On Mon, Mar 2, 2026 at 10:00 AM Sora Software <reply@sora.test> wrote:',
      '',
      '> How likely are you to recommend us?',
      '> 0 1 2 3',
    ),
    'I would give you a 10. The new search is great!',
  ],
  'Gmail, its attribution broken over two lines': [
    lines(
      '10',
      '',
      'On Mon, Mar 2, 2026 at 10:00 AM Sora Software Customer Success <',
      'reply+i01kabcdefgh@reply.sora.example> wrote:',
      '',
      '> Hello',
    ),
    '10',
  ],
  'Gmail, Japanese': [
    lines(
      'とても助かっています。',
      '',
      '2026年3月2日(月) 10:00 Sora Software <reply@sora.test>:',
      '',
      '> お勧めしますか？',
    ),
    'とても助かっています。',
  ],
  'Apple Mail, Japanese, sent from a phone': [
    lines(
      '請求書の画面が分かりにくいです。',
      '',
      'iPhoneから送信',
      '',
      '2026/03/02 10:00、Sora Software <reply@sora.test>のメール:',
      '',
      '> どのくらいお勧めしますか？',
    ),
    '請求書の画面が分かりにくいです。',
  ],
  'Apple Mail, English, sent from a phone': [
    lines(
      'Too slow lately.',
      '',
      'Sent from my iPhone',
      '',
      '> On 2 Mar 2026, at 10:00, Sora <a@b.test> wrote:',
      '> ',
      '> Hi',
    ),
    'Too slow lately.',
  ],
  'Gmail, German': [
    lines(
      'Sehr gut, danke.',
      '',
      'Am Mo., 2. März 2026 um 10:00 Uhr schrieb Sora Software <reply@sora.test>:',
      '',
      '> Hallo',
    ),
    'Sehr gut, danke.',
  ],
  'Outlook, German, without marks': [
    lines(
      'Der Support antwortet zu langsam.',
      '',
      '________________________________',
      'Von: Sora Software <reply@sora.test>',
      'Gesendet: Montag, 2. März 2026 10:00',
      'An: Erika Muster <erika@kunde.test>',
      'Betreff: Wie zufrieden sind Sie?',
      '',
      'Wie wahrscheinlich ist es …',
    ),
    'Der Support antwortet zu langsam.',
  ],
  'Outlook, English, with a signature above the old mail': [
    lines(
      '9 – great, but the export is clumsy.',
      '',
      '--',
      'Hana Mori',
      'Kumo Works, Inc.',
      '',
      '-----Original Message-----',
      'From: Sora Software <reply@sora.test>',
      'Sent: Monday, March 2, 2026 10:00 AM',
      'To: Hana Mori',
      'Subject: How are we doing?',
      '',
      'Hello Hana',
    ),
    '9 – great, but the export is clumsy.',
  ],
  'Outlook, Japanese': [
    lines(
      '特に不満はありません。',
      '',
      '差出人: Sora Software <reply@sora.test>',
      '送信日時: 2026年3月2日 10:00',
      '宛先: 森 花 <hana@kumo.test>',
      '件名: アンケートのお願い',
      '',
      '森 様',
    ),
    '特に不満はありません。',
  ],
  'a Japanese business card under a line': [
    lines(
      'いつもお世話になっております。',
      '株式会社クモの森です。',
      '',
      'サポートの返信が遅いと感じています。',
      '',
      '==============================',
      '株式会社クモ',
      '森 花',
      '〒100-0005 東京都千代田区丸の内1-1',
      'TEL: 03-1234-5678',
      'hana@kumo.test',
      '==============================',
    ),
    lines('いつもお世話になっております。', '株式会社クモの森です。', '', 'サポートの返信が遅いと感じています。'),
  ],
  'an answer below the quote': [
    lines(
      'On 02/03/2026 10:00, Sora wrote:',
      '> How likely are you to recommend us?',
      '>',
      '> Please press a number.',
      '',
      'I would say 6, since the price went up.',
    ),
    'I would say 6, since the price went up.',
  ],
  'answers between the quotes': [
    lines('On Monday Sora wrote:', '> What do you like?', 'The search.', '> What is missing?', 'An export.'),
    lines('The search.', 'An export.'),
  ],
  'words that only look like a quote or a signature': [
    lines(
      'On Tuesday your colleague wrote to us that:',
      'the invoice was wrong. From: our side nothing changed.',
      '-----',
      'Please call me.',
    ),
    lines(
      'On Tuesday your colleague wrote to us that:',
      'the invoice was wrong. From: our side nothing changed.',
      '-----',
      'Please call me.',
    ),
  ],
  'nothing of one’s own': [lines('', 'On Mon, Mar 2, 2026 at 10:00 AM Sora <a@b.test> wrote:', '> Hello'), ''],
  'lines that end as on Windows': ['Fine.\r\n\r\nVon meinem iPhone gesendet\r\n', 'Fine.'],
}

describe('what somebody wrote in reply', () => {
  test.each(Object.entries(golden))('%s', (_name, [mail, words]) => {
    expect(repliedWords(mail)).toBe(words)
  })

  test('a mail made to keep the reader busy is read all the same', () => {
    for (const bad of [
      ' '.repeat(200_000) + 'x',
      '-'.repeat(200_000) + 'x',
      '@'.repeat(200_000),
      '> '.repeat(100_000),
      'On '.repeat(70_000),
    ])
      // prettier-ignore
      expect(repliedWords(`Hello\n${bad}\nBye\n-----\n${bad}`).startsWith('Hello')).toBe(true)
  })
})
