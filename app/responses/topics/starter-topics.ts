import { phrases as list } from '#app/responses/topics/phrase-list.ts'
import type { TopicInput } from '#app/responses/topics/topic.ts'

const rule = (any: string, none = '') => ({ any: list(any), all: [], none: list(none) })

/** What business customers mostly talk about, to begin with: an install changes them as it likes. Ids are fixed. */
export const starterTopics: readonly (TopicInput & { id: string })[] = [
  {
    id: 'top_speed',
    nameEn: 'Speed',
    nameJa: '動作の速さ',
    en: rule(
      `slow | slower | slowly | slowness | sluggish | lag | lags | laggy | lagging | latency | loading | load time* |
      to load | loads | takes forever | take forever | takes ages | response time* | performance | performant | fast |
      faster | fastest | speed | speedy | hangs | timeout* | time out | times out | timed out | waiting for the page |
      quick | quicker | quickly | instant* | snappy | seconds to | minutes to | too long to | took too long`,
      `support is slow | support was slow | slow support | slow to respond | slow to reply | slow to answer |
      slow reply | slow replies | slow response from | fast support | fast reply | fast replies | fast response from |
      quick reply | quick replies | quick response* | quick support | quick help | answer quickly | reply quickly |
      respond quickly`,
    ),
    ja: rule(
      `遅い | 遅く | 遅すぎ | 遅さ | 重い | 重く | 重たい | 重すぎ | 動作が軽 | 軽快 | サクサク | もっさり | 待たされ |
      待ち時間 | 速い | 速く | 速度 | 速さ | スピード | レスポンス | 読み込み | ロード時間 | ロードに | タイムラグ |
      タイムアウト | 表示に時間 | 処理に時間 | パフォーマンス |
      秒以上 | 秒かか | 分かか | 処理が早 | 動作が早 | 表示が早 | 快適`,
      `対応が遅 | 対応も遅 | 返信が遅 | 返事が遅 | 回答が遅 | 連絡が遅 | 対応が速 | 対応も速 | 返信が速 |
      コストパフォーマンス`,
    ),
  },
  {
    id: 'top_reliability',
    nameEn: 'Reliability and outages',
    nameJa: '安定性・障害',
    en: rule(
      `outage* | downtime | uptime | is down | was down | were down | went down | goes down | been down | crash* |
      bug | bugs | buggy | glitch* | error | errors | unstable | instability | stable | stability | reliab* |
      unreliable | rock solid | data loss | lost data | lost our data | lost my data | freez* | froze |
      unavailable | availability | stopped working | stops working | keeps failing | defect* | incident* |
      unreachable | not available | disappear* | vanish* | maintenance | disconnect* | fails | failure* |
      malfunction*`,
    ),
    ja: rule(
      `障害 | 不具合 | バグ | エラー | 落ちる | 落ちて | 落ちた | 落ちます | 落ちました | 停止 | 止まる | 止まり |
      止まって | 止まった | 不安定 | 安定 | ダウンし | ダウンタイム | フリーズ | 固まる | 固まり | 固まって | クラッシュ |
      強制終了 | データが消 | 消えて | 消えた | 動かな | 使えなくな | つながらなくな | 信頼性 | 稼働率 |
      メンテナンス | 使えない時間 | 消えま | 接続が切れ | 切断 | ログアウトされ | 繋がらなくな`,
    ),
  },
  {
    id: 'top_support',
    nameEn: 'Support',
    nameJa: 'サポート対応',
    en: rule(
      `support | support's | helpdesk | help desk | service desk | customer service | customer care | ticket* |
      live chat | hotline | no reply | never replied | no answer | called back | call back | calls back |
      technical assistance |
      service team | service staff | solved my | solve my | my case | my issue | responsive | technician*`,
      `doesn't support | does not support | don't support | do not support | should support | could support |
      support for`,
    ),
    ja: rule(
      `サポート | 問い合わせ | 問合せ | 問合わせ | 問い合せ | ヘルプデスク | コールセンター | カスタマーセンター | 窓口 |
      返信 | 返答 | 回答が遅 | 回答が早 | 対応が遅 | 対応が早 | 対応が速 | 対応も早 | 対応も速 | 対応が丁寧 |
      丁寧に対応 | 丁寧な対応 | 丁寧なご対応 | 迅速な対応 | 迅速なご対応 | 迅速に対応 | 親身 | 電話がつながら |
      電話してもつながら | オペレーター |
      質問 | 電話 | 答えて | お答え | 親切 | 折り返し | スタッフ`,
      `サポート対象外 | サポートされていな |
      よくある質問`,
    ),
  },
  {
    id: 'top_price',
    nameEn: 'Price and contract',
    nameJa: '価格・契約',
    en: rule(
      `price* | pricing | pricey | overpriced | cost | costs | costly | expensive | cheap | cheaper | affordab* |
      value for money | budget* | fee | fees | licence* | license* | contract* | renewal* | invoice* | billing |
      billed | overcharged | discount* | quote | quotes | quotation* | pay for | paying | we pay | seats |
      subscription* | return on investment | roi |
      money | paid | annual increase | rate increase | cheapest`,
    ),
    ja: rule(
      `価格 | 料金 | 値段 | 値上げ | 値上がり | 値下げ | 高額 | 高すぎ | 割高 | 割安 | 安価 | コスト | コスパ | 費用 |
      予算 | 契約 | 見積 | 請求 | 支払 | ライセンス | 月額 | 年額 | 割引 | 課金 | プラン変更 | 上位プラン |
      安く | 安い | 値引 | 金額 | お金`,
    ),
  },
  {
    id: 'top_onboarding',
    nameEn: 'Onboarding and training',
    nameJa: '導入・研修',
    en: rule(
      `onboard* | on-board* | set up | setup | setting up | getting started | get started | kick-off | kickoff |
      implementation* | rollout | roll-out | rolled out | go-live | went live | training* | trainer* | workshop* |
      learning curve | migration* | migrating | migrated |
      train | trained | switch from | switched from | switching from | first weeks | ramp-up | adoption |
      got started`,
    ),
    ja: rule(
      `導入 | 初期設定 | 立ち上げ | 立上げ | オンボーディング | 研修 | トレーニング | 講習 | 説明会 | 勉強会 | 移行 |
      セットアップ | キックオフ | 使い始めるまで | 利用開始 | 運用開始 | 定着 | 伴走 |
      最初の設定 | 設定作業 | 切り替え | 切替 | 乗り換え | 教育 | レクチャー`,
    ),
  },
  {
    id: 'top_docs',
    nameEn: 'Documentation and help',
    nameJa: 'マニュアル・ヘルプ',
    en: rule(
      `documentation | docs | manual | manuals | user guide* | guide | guides | help article* | help page* |
      help section | help center | help centre | knowledge base | faq | faqs | tutorial* | how-to | instructions |
      release notes | explainer* |
      in the help | help text* | the help pages | video | videos`,
      `manual work | manual process* | manual entry | manual step* | manual effort`,
    ),
    ja: rule(
      `マニュアル | ドキュメント | ヘルプ記事 | ヘルプページ | ヘルプセンター | ヘルプサイト | ヘルプが | ヘルプを |
      ヘルプの | FAQ | よくある質問 | 説明書 | 手順書 | ガイド | チュートリアル | 解説動画 | 説明動画 | リリースノート |
      ナレッジ |
      使い方 | 動画 | 資料`,
    ),
  },
  {
    id: 'top_usability',
    nameEn: 'Ease of use',
    nameJa: '使いやすさ',
    en: rule(
      `easy to use | easier to use | ease of use | easy to learn | easy to understand | easy to navigate |
      simple to use | hard to use | difficult to use | hard to find | can't find | cannot find | never find |
      user friendly | user-friendly | intuitive* | unintuitive | usability | usable | interface | ui | ux |
      confusing | complicated | clunky | cumbersome | clicks | navigat* | menu | menus | layout | look and feel |
      clutter* |
      simple to | straightforward | design | scroll* | button*`,
    ),
    ja: rule(
      `使いやす | 使い易 | 使いづら | 使いにく | 使い勝手 | 操作性 | 操作が | 操作し | 操作でき | 操作方法 | 操作も |
      直感的 | UI | UX | インターフェース | インターフェイス | 分かりにく | わかりにく | 分かりづら | わかりづら |
      分かりやす | わかりやす | 見やす | 見づら | 見にく | メニュー | クリック数 | レイアウト | デザイン | 煩雑 | 迷う |
      迷って |
      ボタン | 押し間違 | 文字が小さ | 入力しやす | 入力しづら | 入力しにく | 簡単 | シンプル | 慣れる`,
      `マニュアルが分かり | マニュアルがわかり | 説明が分かり | 説明がわかり | 説明も分かり | 説明もわかり |
      料金が分かり | 料金がわかり | 料金体系が分かり`,
    ),
  },
  {
    id: 'top_reports',
    nameEn: 'Reports and export',
    nameJa: 'レポート・出力',
    en: rule(
      `report | reports | reporting | dashboards | chart | charts | graph | graphs | export* | csv | excel |
      spreadsheet* | download* | analytics | statistics | pdf | pivot*`,
      `report to | report a bug | report bugs | report an issue | report issues`,
    ),
    ja: rule(
      `レポート | 帳票 | 集計 | グラフ | CSV | エクセル | Excel | エクスポート | ダウンロード | 出力 | 分析 |
      ダッシュボード | PDF | 統計 | スプレッドシート`,
    ),
  },
  {
    id: 'top_integrations',
    nameEn: 'Integrations and API',
    nameJa: '連携・API',
    en: rule(
      `integrat* | api | apis | webhook* | connector* | connect to | connect with | connects to | connects with |
      connected to | sync | syncs | syncing | synced | synchroni* | plugin* | plug-in* | add-on* | zapier |
      salesforce | hubspot | slack | sap | third-party | third party |
      import* | google sheets | outlook | microsoft teams | erp | crm`,
    ),
    ja: rule(
      `連携 | 連動 | API | Webhook | 同期 | プラグイン | アドオン | Salesforce | セールスフォース | kintone | キントーン |
      Slack | SAP | freee | 外部システム | 他システム | 他社システム | 自社システム | 基幹システム |
      とつなが | とつなげ | インポート | 取り込 | 取込`,
    ),
  },
  {
    id: 'top_mobile',
    nameEn: 'Mobile',
    nameJa: 'モバイル',
    en: rule(
      `mobile | smartphone* | smart phone* | my phone | our phones | phone app | iphone* | ipad* | android | ios |
      tablet* | app store | on the go`,
    ),
    ja: rule(
      `スマホ | スマートフォン | モバイル | タブレット | iPhone | iPad | Android | アンドロイド | iOS | 携帯 | 外出先 |
      出先から | 移動中`,
    ),
  },
  {
    id: 'top_security',
    nameEn: 'Security and permissions',
    nameJa: 'セキュリティ・権限',
    en: rule(
      `security | secure | insecure | sso | single sign-on | single sign on | saml | two-factor | two factor | 2fa |
      mfa | multi-factor | authenticat* | permission* | access right* | access control* | role-based | user roles |
      password* | login | logins | log in | audit log* | audit trail* | compliance | gdpr | privacy | encrypt* |
      iso 27001 | soc 2 | data protection | ip restriction* |
      roles | admin rights | user rights`,
    ),
    ja: rule(
      `セキュリティ | 権限 | 認証 | パスワード | ログイン | シングルサインオン | SSO | SAML | 二要素 | 二段階 | 2段階 |
      多要素 | 個人情報 | 情報漏 | 漏えい | 漏洩 | アクセス制限 | アクセス制御 | IP制限 | 監査 | 暗号化 | ISMS |
      プライバシー |
      閲覧制限 | 機密`,
    ),
  },
  {
    id: 'top_relationship',
    nameEn: 'Account team and communication',
    nameJa: '担当者・連絡',
    en: rule(
      `account manager* | account executive* | account team | account rep* | sales rep* | our rep | csm | csms |
      customer success | point of contact | contact person | our contact | in the loop | keeps us informed |
      kept us informed | check in | checks in | checked in | check-in* | proactive* | communicat* | relationship* |
      partnership* | business review* | qbr* | follow up | follows up | followed up | never hear from |
      success manager* | regular call* | contact us | contacted us | reach out | reached out | reaches out |
      sales team | salesperson | our consultant* | your consultant*`,
    ),
    ja: rule(
      `担当者 | 担当の方 | 担当の方々 | 営業担当 | 担当営業 | 営業の方 | 営業さん | ご担当 | 担当が変 | 担当が代わ |
      カスタマーサクセス | CSM | 定例 | 訪問 | 連絡がな | 連絡が来 | 連絡が取れ | フォローがな | フォローが手厚 |
      フォローしてくだ | 情報共有 | コミュニケーション | 提案 | 打ち合わせ |
      連絡 | 営業 | 面談 | ミーティング | 挨拶 | 引き継ぎ | 引継ぎ`,
    ),
  },
]
