import type { Word } from '#app/platform/words.ts'

export const accountsErrors = {
  duplicate_judged: {
    en: 'Somebody judged this pair meanwhile. Open the list again.',
    ja: 'この組み合わせは、ほかの人がすでに判断しました。一覧を開き直してください。',
  },
  merge_itself: { en: 'Choose two different records.', ja: '異なる 2 件を選択してください。' },
  merge_gone: {
    en: 'One of the two is no longer there: somebody merged or removed it. Nothing was done.',
    ja: '一方がすでに存在しないため（統合または削除済み）、何も行っていません。',
  },
  merge_changed: {
    en: 'One of the two was changed since you saw the preview, so nothing was merged. Here it is as it stands now.',
    ja: 'プレビューの表示後に変更があったため、統合していません。最新の内容を表示しています。',
  },
  merge_running: {
    en: 'One of the two is being merged just now. Wait until that is done.',
    ja: '一方は現在統合中です。完了してからもう一度お試しください。',
  },
  import_empty: { en: 'This file is empty.', ja: 'ファイルが空です。' },
  import_no_file: { en: 'Choose a CSV file first.', ja: 'CSV ファイルを選択してください。' },
  import_xlsx: {
    en: 'This is an Excel workbook. In Excel, save it as “CSV UTF-8” and upload that file.',
    ja: 'Excel ブックです。Excel で「CSV UTF-8」形式で保存し、そのファイルをアップロードしてください。',
  },
  import_xls: {
    en: 'This is an old Excel workbook. Save it as CSV and upload that file.',
    ja: '古い形式の Excel ブックです。CSV 形式で保存し、そのファイルをアップロードしてください。',
  },
  import_field_twice: {
    en: 'Two columns are given the same meaning. Each meaning can be used once.',
    ja: '同じ項目が 2 つの列に割り当てられています。各項目は 1 つの列にのみ割り当ててください。',
  },
  import_nothing_mapped: {
    en: 'No column has a meaning yet. Choose what the columns hold.',
    ja: '列の割り当てがありません。各列の内容を選択してください。',
  },
  import_no_way_to_tell: {
    en: 'Koe could not tell who a line is about. Choose a column for the account (name, ID or domain), or for the person (e-mail or ID).',
    ja: '各行が誰の情報か判別できません。取引先（会社名・ID・ドメイン）または担当者（メールアドレス・ID）の列を指定してください。',
  },
  import_no_date: {
    en: 'Choose the column with the date of the answer.',
    ja: '回答日の列を指定してください。',
  },
  import_no_score: { en: 'Choose the column with the score.', ja: 'スコアの列を指定してください。' },
  import_program_name: { en: 'Give the new program a name.', ja: '新しいプログラムの名前を入力してください。' },
  import_program_taken: {
    en: 'Another program with another question has this name. Choose another name.',
    ja: 'この名前は、別の設問のプログラムで使用されています。別の名前を指定してください。',
  },
  import_program_unknown: { en: 'There is no such program any more.', ja: 'このプログラムは存在しません。' },
  import_no_program: {
    en: 'Choose the program that these answers belong to, or a column with its name.',
    ja: '回答の属するプログラム、またはプログラム名の列を指定してください。',
  },
  import_too_many_columns: {
    en: 'This file has more than 500 columns. Leave out those that are not needed and upload it again.',
    ja: '列が 500 を超えています。不要な列を削除して、もう一度アップロードしてください。',
  },
  import_busy: {
    en: 'This import is already being worked on, or has ended. The page now shows how it stands.',
    ja: 'このインポートは処理中、またはすでに終了しています。最新の状態を表示しています。',
  },
  import_undo_none: {
    en: 'This import changed nothing, so there is nothing to undo.',
    ja: 'このインポートは何も変更していないため、取り消す内容がありません。',
  },
  import_undo_gone: {
    en: 'This import can’t be undone any more: what was there before is no longer kept.',
    ja: 'このインポートは取り消せません。取り込み前の内容の保存期間が過ぎています。',
  },
  import_ended: { en: 'This import has ended already.', ja: 'このインポートはすでに終了しています。' },
  changed_meanwhile: {
    en: 'Somebody else changed this while you were editing. Open it again to see their changes.',
    ja: '編集中に他の方が変更しました。開き直して最新の内容をご確認ください。',
  },
  account_id_taken: { en: 'Another account already has this ID.', ja: 'この ID は別の取引先で使用されています。' },
  contact_id_taken: { en: 'Another contact already has this ID.', ja: 'この ID は別の連絡先で使用されています。' },
  email_taken: {
    en: 'Another contact already has this e-mail address.',
    ja: 'このメールアドレスは別の連絡先で使用されています。',
  },
  email_invalid: {
    en: 'This is not an e-mail address that mail can be sent to.',
    ja: '送信できるメールアドレスではありません。',
  },
  owner_unknown: { en: 'No active colleague has this address or name.', ja: '該当する有効なメンバーがいません。' },
  account_not_found: {
    en: 'No account has this name or ID.',
    ja: 'この名前または ID の取引先がありません。',
  },
  account_ambiguous: {
    en: 'Several accounts have this name. Give the ID of the one you mean.',
    ja: '同名の取引先が複数あります。ID を入力してください。',
  },
  parent_circle: {
    en: 'This account stands below the one you are editing, so it cannot stand above it.',
    ja: '編集中の取引先の下位にあるため、親会社には指定できません。',
  },
  sponsor_unknown: {
    en: 'The sponsor must be a contact of this account.',
    ja: 'スポンサーには、この取引先の担当者を指定してください。',
  },
  contact_erased_already: {
    en: 'This person was erased already.',
    ja: 'この方の個人データは、すでに削除されています。',
  },
  contact_left_already: { en: 'This person has left already.', ja: 'この担当者はすでに退職済みです。' },
  moved_nowhere: { en: 'They work for this account already.', ja: 'すでにこの取引先に所属しています。' },
  successor_name: { en: 'Say the name of the new person.', ja: '新しい担当者の氏名を入力してください。' },
  successor_unknown: {
    en: 'The successor must be an active contact of the same account.',
    ja: '後任者には、同じ取引先に在籍中の担当者を指定してください。',
  },
  list_changed: {
    en: 'The list has changed since you looked at it. Look at the numbers again.',
    ja: '一覧が変更されました。件数をもう一度ご確認ください。',
  },
  nothing_to_move: { en: 'All of these accounts have this owner already.', ja: 'すべてすでにこの担当者です。' },
  move_not_over: {
    en: 'This change is still running, or was taken back already.',
    ja: '変更の処理中、またはすでに取り消し済みです。',
  },
  money_invalid: {
    en: 'This amount could not be read. Write it like 1,200,000 or ¥1,200.',
    ja: '金額を読み取れません。「1,200,000」「¥1,200」のように入力してください。',
  },
  money_ambiguous: {
    en: 'This amount could be read in two ways. Write 1200 or 1.20.',
    ja: '金額が二通りに読めます。「1200」または「1.20」のように入力してください。',
  },
  money_negative: { en: 'A negative amount can’t be kept here.', ja: '負の金額は登録できません。' },
  money_digits: { en: 'This amount has more decimals than its currency.', ja: '通貨の最小単位より細かい金額です。' },
  currency_unknown: {
    en: 'This is not a known currency code such as JPY or EUR.',
    ja: '通貨コード（JPY、EUR など）として認識できません。',
  },
  domain_invalid: {
    en: 'This is not a domain such as example.com.',
    ja: 'ドメイン（example.com など）として認識できません。',
  },
} satisfies Record<string, Word>

/** Why one line, or one item of an API call, was refused. */
export const rejectWords = {
  columns_missing: {
    en: '{got, plural, one {# column} other {# columns}} instead of {expected}',
    ja: '列が {expected} 列必要ですが、{got} 列しかありません',
  },
  columns_extra: { en: '{got} columns instead of {expected}', ja: '列が {expected} 列のところ、{got} 列あります' },
  nul: { en: 'holds a NUL character', ja: 'NUL 文字が含まれています' },
  undecodable: {
    en: 'holds characters that cannot be read in this encoding',
    ja: 'この文字コードでは読み取れない文字が含まれています',
  },
  too_long: { en: 'is longer than {most} characters', ja: '{most} 文字を超えています' },
  too_many_products: {
    en: 'holds too many products, or one that is too long',
    ja: '製品が多すぎるか、名前が長すぎます',
  },
  email_invalid: {
    en: 'is not an e-mail address that mail can be sent to',
    ja: '送信できるメールアドレスではありません',
  },
  date_invalid: { en: 'is not a date; write it like 2024-04-01', ja: '日付として読み取れません（例：2024-04-01）' },
  date_ambiguous: {
    en: 'could be two different dates; write it like 2024-04-01',
    ja: '日付が二通りに読めます（例：2024-04-01 の形式で入力してください）',
  },
  date_order: {
    en: 'is not a date in the order of this column',
    ja: 'この列の年月日の順序では日付として読み取れません',
  },
  date_missing: { en: 'is empty; every answer needs its date', ja: '空欄です（回答日は必須です）' },
  date_future: { en: 'is in the future', ja: '未来の日付です' },
  score_missing: {
    en: 'is empty; an answer without a score can’t be counted',
    ja: '空欄です（スコアのない回答は集計できません）',
  },
  score_invalid: { en: 'is not a score', ja: 'スコアとして読み取れません' },
  score_not_whole: { en: 'is not a whole number', ja: '整数ではありません' },
  score_outside: {
    en: 'is outside the scale of its program ({min} to {max})',
    ja: 'プログラムの尺度（{min}〜{max}）の範囲外です',
  },
  program_unknown: {
    en: 'names no program, or a name that several have',
    ja: '該当するプログラムがない、または同名のプログラムが複数あります',
  },
  answer_twice: { en: 'the same answer as in line {first}', ja: '{first} 行目と同じ回答です' },
  id_ruined: {
    en: 'was cut off by a spreadsheet (like 1.23457E+18); export it again with the column as text',
    ja: '表計算ソフトで桁が失われています（1.23457E+18 など）。列を文字列にして書き出し直してください',
  },
  json_invalid: { en: 'is not JSON', ja: 'JSON として読み取れません' },
  json_no_object: { en: 'is not a JSON object', ja: 'JSON オブジェクトではありません' },
  json_nested: {
    en: 'holds a list or an object inside; only texts, numbers, true and false can be kept',
    ja: '入れ子の値が含まれています。文字列・数値・真偽値のみ取り込めます',
  },
  json_too_long: { en: 'holds a name or a text that is too long', ja: '長すぎる名前または値が含まれています' },
  json_too_many: { en: 'holds more than 50 properties', ja: '項目が 50 を超えています' },
  money_invalid: { en: 'is not an amount', ja: '金額として読み取れません' },
  money_ambiguous: {
    en: 'could be two different amounts; write 1200 or 1.20',
    ja: '金額が二通りに読めます（「1200」または「1.20」のように入力してください）',
  },
  money_negative: { en: 'is a negative amount', ja: '負の金額です' },
  money_digits: { en: 'has more decimals than its currency', ja: '通貨の最小単位より細かい金額です' },
  currency_unknown: { en: 'is not a known currency', ja: '通貨として認識できません' },
  currency_differs: {
    en: 'names another currency than the currency column',
    ja: '通貨の列と異なる通貨が書かれています',
  },
  yesno_unknown: { en: 'is neither yes nor no', ja: '「はい」「いいえ」のどちらでもありません' },
  language_unknown: { en: 'is no language that Koe can ask in', ja: 'Koe で使える言語ではありません' },
  health_unknown: { en: 'is not a health (green, yellow, red)', ja: 'ヘルス（緑・黄・赤）として認識できません' },
  state_unknown: { en: 'is neither active nor left', ja: '「在籍」「退職」のどちらでもありません' },
  zone_unknown: {
    en: 'is not a time zone such as Asia/Tokyo',
    ja: 'タイムゾーン（例：Asia/Tokyo）として認識できません',
  },
  domain_invalid: { en: 'is not a domain', ja: 'ドメインとして認識できません' },
  owner_unknown: { en: 'is no active colleague’s address or name', ja: '該当する有効なメンバーがいません' },
  nothing_on_line: {
    en: 'nothing on this line names an account or a person',
    ja: '取引先も担当者も書かれていません',
  },
  no_identity: {
    en: 'a person needs an e-mail address, an ID, or an account beside their name',
    ja: '担当者にはメールアドレス、ID、または会社名が必要です',
  },
  duplicate: {
    en: 'the same as in line {first}, but with other data',
    ja: '{first} 行目と同じ担当者ですが、内容が異なります',
  },
  duplicate_email: {
    en: 'this e-mail address is already in line {first}, with other data',
    ja: 'このメールアドレスは {first} 行目にもあり、内容が異なります',
  },
  account_differs: {
    en: 'says something else about this account than line {first}',
    ja: 'この取引先の内容が {first} 行目と異なります',
  },
  account_ambiguous: {
    en: '{n} accounts fit; give the account’s ID',
    ja: '該当する取引先が {n} 件あります。取引先 ID を指定してください',
  },
  parent_circle: {
    en: 'stands below this account, so it cannot be its parent',
    ja: 'この取引先の下位にあるため、親会社にできません',
  },
  account_unknown: {
    en: 'no account has this ID; give its name to add it',
    ja: 'この ID の取引先がありません。追加するには会社名を指定してください',
  },
  contact_ambiguous: {
    en: '{n} people of this account have this name; give an e-mail address or an ID',
    ja: 'この取引先に同名の担当者が {n} 名います。メールアドレスまたは ID を指定してください',
  },
  contact_erased: { en: 'this person’s data was erased', ja: 'この担当者の情報は削除済みです' },
  email_taken: {
    en: 'another contact already has this e-mail address',
    ja: 'このメールアドレスは別の連絡先で使用されています',
  },
  invalid: { en: 'could not be read', ja: '読み取れません' },
} satisfies Record<string, Word>

/** What is wrong with a file as a whole. */
export const fileFaultWords = {
  quote_not_closed: {
    en: 'Line {line}, column {column}: a quotation mark is opened and never closed. Nothing was applied. Correct the file and upload it again.',
    ja: '{line} 行目 {column} 列目：引用符（"）が閉じられていません。何も反映していません。ファイルを修正し、もう一度アップロードしてください。',
  },
  quote_misplaced: {
    en: 'Line {line}, column {column}: a quotation mark stands inside a value. Write it twice ("") and put the value in quotation marks. Nothing was applied.',
    ja: '{line} 行目 {column} 列目：値の途中に引用符（"）があります。引用符は二重（""）にし、値全体を引用符で囲んでください。何も反映していません。',
  },
  line_too_long: {
    en: 'Line {line}, column {column}: this line is longer than 1 MB; most likely a quotation mark was never closed. Nothing was applied.',
    ja: '{line} 行目 {column} 列目：1 行が 1 MB を超えています。引用符が閉じられていない可能性があります。何も反映していません。',
  },
  no_lines: {
    en: 'There is a header, but no line below it. Nothing was applied.',
    ja: '見出し行の下にデータがありません。何も反映していません。',
  },
} satisfies Record<string, Word>
