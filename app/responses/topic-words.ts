import type { Word } from '#app/platform/words.ts'
import type { ListFault, RuleList } from '#app/responses/topics/topic.ts'

export const topicErrors: Record<string, Word> = {
  topic_form: {
    en: 'Something in the phrases or names is not right yet. Look at the marked fields.',
    ja: '語句または名前に修正が必要です。印の付いた項目をご確認ください。',
  },
  topic_name_taken: { en: 'Another topic has this name.', ja: 'この名前は別のトピックで使われています。' },
  topic_changed: {
    en: 'A colleague has changed this topic in the meantime. Load the page again to see it.',
    ja: '他のメンバーがこのトピックを変更しました。ページを再読み込みしてください。',
  },
  too_many_topics: {
    en: '60 topics are in use, and more would help nobody. Archive one first.',
    ja: '使用中のトピックが上限の 60 件です。先にどれかをアーカイブしてください。',
  },
  retag_running: {
    en: 'The rules are being applied already. Wait for the end, or cancel it.',
    ja: 'すでに適用中です。完了を待つか、中止してください。',
  },
  retag_ended: { en: 'It has ended already.', ja: 'すでに終了しています。' },
}

/** What is wrong with a phrase, kindly. */
export const phraseFaultWords: Record<ListFault['code'], Word> = {
  too_long: {
    en: '“{phrase}…” is too long: a phrase has at most 60 characters. Its decisive words are enough.',
    ja: '「{phrase}…」は長すぎます。60 文字以内で、決め手になる語だけにしてください。',
  },
  no_letters: {
    en: '“{phrase}” has no letters or digits, so nothing could be found by it.',
    ja: '「{phrase}」には文字や数字がないため、検索できません。',
  },
  too_short: {
    en: '“{phrase}” is too short: nearly every comment would fit. Write at least two characters.',
    ja: '「{phrase}」は短すぎて、ほとんどのコメントに当てはまります。2 文字以上（漢字は 1 文字以上）にしてください。',
  },
  star_short: {
    en: '“{phrase}” would find too many words. Write at least three letters before the *.',
    ja: '「{phrase}」は当てはまる語が多すぎます。* の前に英字を 3 文字以上書いてください。',
  },
  star_alone: {
    en: 'A * alone finds everything. Write the beginning of a word before it.',
    ja: '* だけではすべてに当てはまります。前に単語の始まりを書いてください。',
  },
  star_place: {
    en: '“{phrase}”: a * only works at the end of a word in Latin letters. Japanese is found inside words without it.',
    ja: '「{phrase}」：* は英単語の末尾にだけ使えます。日本語は * がなくても語の途中まで探します。',
  },
  twice: {
    en: '“{phrase}” is there twice (capitals, width and kana make no difference).',
    ja: '「{phrase}」が重複しています（大文字小文字・全角半角・かなの違いは区別しません）。',
  },
  both: {
    en: '“{phrase}” is wanted and unwanted at once. Take it off one of the lists.',
    ja: '「{phrase}」が「含む」と「含まない」の両方にあります。どちらかを消してください。',
  },
  too_many: {
    en: 'That is more than 150 phrases. Make two topics of it, or use fewer words.',
    ja: '語句が 150 件を超えています。トピックを分けるか、語句を減らしてください。',
  },
  nothing_to_find: {
    en: 'There is something to leave out, but nothing to find. Add a phrase above.',
    ja: '除外する語句だけでは何も見つかりません。上に探す語句を追加してください。',
  },
}

export const listWords: Record<RuleList, { label: Word; hint: Word }> = {
  any: {
    label: { en: 'One of these', ja: 'いずれかを含む' },
    hint: { en: 'One phrase on each line. Any of them is enough.', ja: '1 行に 1 つ。どれか 1 つで当てはまります。' },
  },
  all: {
    label: { en: 'And each of these', ja: 'すべてを含む' },
    hint: {
      en: 'The comment must say every one. Mostly empty.',
      ja: 'すべてを含む場合だけ当てはまります。通常は空欄です。',
    },
  },
  none: {
    label: { en: 'But none of these', ja: 'いずれも含まない' },
    hint: {
      en: 'One of them anywhere in the comment, and the phrases of this language find nothing.',
      ja: 'コメントのどこかに 1 つでもあれば、この言語の語句では当てはまりません。',
    },
  },
}
