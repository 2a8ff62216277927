import type { Word } from '#app/platform/words.ts'

const w = (en: string, ja: string): Word => ({ en, ja })

export const helpWords = {
  title: w('Help', 'ヘルプ'),
  lead: w(
    'Short ways to what you came for, and what the words and numbers mean.',
    'よく行う作業の手順と、用語・数値の意味をまとめています。',
  ),
  onThisPage: w('On this page', 'このページの内容'),
  yours: w('For you', 'あなた向け'),
  glossary: w('Words', '用語'),
  numbers: w('How the numbers are made', '数値の計算方法'),
} satisfies Record<string, Word>

interface Task {
  title: Word
  how: Word
  to?: string
}

export interface HelpPart {
  id: 'csm' | 'marketer' | 'admin' | 'customer'
  title: Word
  tasks: Task[]
}

/** What each kind of reader comes to do, in the order in which they meet it. */
export const helpParts: HelpPart[] = [
  {
    id: 'csm',
    title: w('For customer success', 'カスタマーサクセスの方へ'),
    tasks: [
      {
        title: w('See who waits for you', '対応を待っているお客様を確認する'),
        how: w(
          'The queue lists unhappy customers, the most urgent first: how soon a reply is due, and how grave the answer was. Press ? there for its keys.',
          '「対応待ち」には、不満のあったお客様が緊急度の高い順（対応期限と重大度）に並びます。? キーでショートカットを確認できます。',
        ),
        to: '/cases',
      },
      {
        title: w('Reply, and say what came of it', '連絡し、結果を記録する'),
        how: w(
          'Open a case, call or write, log the contact, then resolve it with cause, action and outcome. The due time is counted in working hours.',
          'フォローアップを開き、連絡した内容を記録してから、原因・対応・結果を選んで解決します。期限は営業時間で計算します。',
        ),
        to: '/cases?scope=mine',
      },
      {
        title: w('Choose what you hear of', '受け取る通知を選ぶ'),
        how: w(
          'For each kind: in Koe, by mail at once or once a day, or in your chat; and hours in which nothing rings. Write @ and a colleague’s name in a note to tell them.',
          '種類ごとに、Koe 内・メール（すぐに／1 日 1 回）・チャットへの通知と、通知しない時間帯を選べます。メモに @ と名前を書くと、その人に通知されます。',
        ),
        to: '/settings/notifications',
      },
      {
        title: w('Read what customers say', 'お客様の声を読む'),
        how: w(
          'Filter the answers by class, program, topic, account and time. The view is in the address of the page: send it to a colleague.',
          '回答は、区分・プログラム・トピック・取引先・期間で絞り込めます。表示条件は URL に含まれるため、そのまま共有できます。',
        ),
        to: '/responses',
      },
      {
        title: w('Write down what you heard', '打ち合わせや電話での声を記録する'),
        how: w(
          'A voice from a meeting, a call or a reply by mail is kept with account and person and found like an answer; a reply is mailed to you as well. It has no score and is in no NPS. From an unhappy one you can open a case.',
          '打ち合わせや電話、メールの返信で伺った声は、取引先・発言者とあわせて記録され、回答と同じように検索できます。返信はメールでも届きます。スコアはなく、NPS には含まれません。不満の声からはフォローアップを開始できます。',
        ),
        to: '/voices/new',
      },
      {
        title: w('Know an account before you call', '連絡の前に取引先を確認する'),
        how: w(
          'Its page has what its people said, its cases, its renewal and who looks after it.',
          '取引先のページで、これまでの声・フォローアップ・更新日・担当者を確認できます。',
        ),
        to: '/accounts',
      },
    ],
  },
  {
    id: 'marketer',
    title: w('For marketing', 'マーケティングの方へ'),
    tasks: [
      {
        title: w('Find happy customers', '満足しているお客様を見つける'),
        how: w(
          'Promoters become candidates for ambassadors by themselves, and are withdrawn when they turn unhappy or a case is open.',
          '推奨者は自動的にアンバサダー候補になります。不満の回答があった場合や、フォローアップ中は候補から外れます。',
        ),
        to: '/advocates',
      },
      {
        title: w('See what is praised', '評価されている点を知る'),
        how: w(
          'Happy answers with a comment, newest first. You see the names of promoters and passives, not of detractors.',
          'コメント付きの満足の回答を新しい順に表示します。氏名が表示されるのは推奨者と中立者のみです。',
        ),
        to: '/responses?class=high&comment=1',
      },
      {
        title: w('Prepare a survey', 'アンケートを準備する'),
        how: w(
          'Check the wording in the languages of your customers, preview page and mail, and send yourself a test. An admin or lead launches it.',
          'お客様の言語の文面を整え、回答ページとメールを確認して、自分宛てにテスト送信します。開始は管理者またはリーダーが行います。',
        ),
        to: '/programs',
      },
      {
        title: w('See what people talk about', '話題の傾向を見る'),
        how: w(
          'Topics of the last 90 days, with the change on the 90 days before.',
          '直近 90 日間のトピックと、その前の 90 日間からの変化を表示します。',
        ),
        to: '/responses/topics',
      },
    ],
  },
  {
    id: 'admin',
    title: w('For admins', '管理者の方へ'),
    tasks: [
      {
        title: w('Set Koe up', '初期設定をする'),
        how: w(
          'The list on Today leads through it. Name, time zone and currency come first: days and sums depend on them.',
          '「今日」の初期設定リストに沿って進めてください。日付や金額の基準になるため、名称・タイムゾーン・通貨を最初に設定します。',
        ),
        to: '/settings/organisation',
      },
      {
        title: w('Bring customers in', 'お客様のデータを取り込む'),
        how: w(
          'Import a CSV in UTF-8 or Shift_JIS. You see what would change before anything does, and can undo it for 90 days.',
          'UTF-8 または Shift_JIS の CSV を取り込めます。変更内容は反映前に確認でき、反映後も 90 日間は取り消せます。',
        ),
        to: '/imports/new',
      },
      {
        title: w('See how the team copes', 'チームの対応状況を確認する'),
        how: w(
          'For leads too: who has how much, what is late and why, how long first contact and resolving take, and what became of unhappy customers month by month. Each number opens its cases.',
          'リーダーも利用できます。担当ごとの件数、期限超過とその理由、初回連絡と解決までの時間、不満の声のその後を月別に表示します。数値からそれぞれの一覧を開けます。',
        ),
        to: '/team',
      },
      {
        title: w('Let mail out', 'メールを送信できるようにする'),
        how: w(
          'Until MAIL_ALLOW is lifted, mail to anybody else stays in the mailbox of this machine. Try the sender before the first wave.',
          'MAIL_ALLOW で許可するまで、その他の宛先へのメールは外部に送信されません。最初の配信の前に差出人をテストしてください。',
        ),
        to: '/settings/sending',
      },
      {
        title: w('Say how often, and when', '招待の頻度と時間を決める'),
        how: w(
          'The contact rules keep people from being asked too often, too many of one account at once, or at night. A person’s page says why they are not asked now.',
          '配信ルールで、招待の間隔、1 取引先あたりの人数、送信時間を決めます。招待されない理由は、各連絡先のページで確認できます。',
        ),
        to: '/settings/contact-rules',
      },
      {
        title: w('Invite colleagues', 'メンバーを招待する'),
        how: w(
          'A role says what somebody sees and may do; somebody can have several. Owners of accounts get their cases.',
          '権限によって、見られる内容とできる操作が決まります。複数の権限も設定できます。フォローアップは取引先の担当者に割り当てられます。',
        ),
        to: '/settings/people',
      },
      {
        title: w('Send the monthly page', '月次レポートを配信する'),
        how: w(
          'Set targets and add the addresses of leaders: they read it by a link, without an account.',
          '目標値を設定し、経営層などのメールアドレスを登録します。アカウントがなくても、リンクから閲覧できます。',
        ),
        to: '/settings/monthly',
      },
      {
        title: w('See who did what', '操作の履歴を確認する'),
        how: w('Every change and every export is written down.', 'すべての変更とエクスポートが記録されています。'),
        to: '/settings/audit',
      },
      {
        title: w('Look after the machine', 'システムの状態を確認する'),
        how: w(
          'Version, database, jobs, ways of sending and storage. The command npm run backup makes a backup while Koe runs.',
          'バージョン・データベース・ジョブ・送信手段・容量を確認できます。稼働中でも npm run backup でバックアップできます。',
        ),
        to: '/settings/system',
      },
    ],
  },
  {
    id: 'customer',
    title: w('What a customer sees', 'お客様からの見え方'),
    tasks: [
      {
        title: w('The mail', 'メール'),
        how: w(
          'One sentence, the scale, one link. A click on a score opens the page with it chosen; nothing counts until the customer presses there, so that mail scanners can’t answer.',
          '一文の依頼、評価の選択肢、リンクだけの簡潔なメールです。点数を押すと、選択済みの回答ページが開きます。ページ上で確定するまで集計されないため、メールの自動検査が回答になることはありません。',
        ),
      },
      {
        title: w('The page', '回答ページ'),
        how: w(
          'One question, the scale, a comment. No account, no tracking of others; it says why they are asked and who reads the answer. An answer can be changed by the same link.',
          '質問・評価・コメントだけのページです。アカウントは不要で、依頼の理由と、誰が読むかを明記しています。同じリンクから回答を変更できます。',
        ),
      },
      {
        title: w('No more mail', '配信停止'),
        how: w(
          'One press in the mail stops all surveys, or those of this program. Koe then never invites them, whoever plans a wave.',
          'メールから、すべて、またはそのプログラムのアンケートを停止できます。停止した方には、以後どの配信でもお送りしません。',
        ),
      },
    ],
  },
]
