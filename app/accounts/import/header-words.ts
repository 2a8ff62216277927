import type { ImportField } from '#app/accounts/import/fields.ts'

/** Headers as CRM exports and people write them; compared folded and without spaces and signs. */
export const headerWords: Record<ImportField, readonly string[]> = {
  account_external_id: ['account id', 'account external id', 'company id', 'customer id', 'organization id', 'crm account id', 'account number', 'account no', '顧客ID', '会社ID', '企業ID', '取引先ID', '取引先コード', '顧客コード', '会社コード', '企業コード', '顧客番号', 'アカウントID'], // prettier-ignore
  account_name: ['account', 'account name', 'company', 'company name', 'organization', 'organisation', 'organization name', 'organisation name', 'customer', 'customer name', 'client', 'client name', 'airline', 'airline name', 'employer', '会社', '会社名', '企業', '企業名', '取引先', '取引先名', '顧客名', '法人名', '団体名', '組織名', '勤務先', '貴社名', '御社名', 'アカウント', 'アカウント名', 'name', '名称'], // prettier-ignore
  domain: ['domain', 'company domain', 'website', 'web site', 'url', 'company url', 'ドメイン', 'Webサイト', 'ウェブサイト', 'ホームページ', 'HP'],
  industry: ['industry', 'sector', 'vertical', '業種', '業界', '産業'],
  region: ['region', 'territory', 'account region', 'area', '地域', 'エリア', '地区', '都道府県'],
  plan: ['plan', 'subscription plan', 'product plan', 'プラン', '契約プラン', '料金プラン'],
  tier: ['tier', 'account tier', 'customer tier', 'rank', 'segment', 'customer segment', '重要度', 'ランク', '顧客ランク', 'ティア', '区分', 'セグメント'],
  stage: ['stage', 'lifecycle stage', 'customer stage', 'status', 'account status', 'ステージ', '段階', 'フェーズ', 'ステータス'],
  products: ['product', 'products', 'products used', '製品', '製品名', '商品', '利用製品', '契約製品', 'プロダクト', 'サービス', '利用サービス'],
  arr: ['arr', 'annual recurring revenue', 'annual contract value', 'acv', 'contract value', 'annual value', 'revenue', 'arr amount', '年間契約額', '年間契約金額', '契約金額', '契約額', '年額', '売上', '年間売上', '年間経常収益'],
  currency: ['currency', 'currency code', 'arr currency', '通貨', '通貨コード'],
  started_on: ['start date', 'started on', 'contract start', 'contract start date', 'customer since', 'since', '契約開始日', '開始日', '利用開始日', '契約日', '導入日'],
  renewal_on: ['renewal', 'renewal date', 'renewal on', 'next renewal', 'contract end', 'contract end date', 'expiry date', 'expiration date', '更新日', '次回更新日', '契約更新日', '契約終了日', '契約満了日', '満了日', '更新予定日'], // prettier-ignore
  owner: ['owner', 'owner email', 'account owner', 'account owner email', 'account manager', 'csm', 'csm email', 'customer success manager', '自社担当', '自社担当者', '営業担当', '営業担当者', 'CSM担当', '所有者', '取引先所有者', '担当営業', '担当CSM', '弊社担当', '弊社担当者'], // prettier-ignore
  health: ['health', 'account health', 'health status', 'ヘルス', '健全性', 'ヘルススコア', '健康度'],
  is_internal: ['internal', 'is internal', '社内', '自社'],
  external_id: ['contact id', 'external id', 'person id', 'user id', 'member id', 'crm id', 'crm contact id', 'record id', 'id', '担当者ID', '連絡先ID', '取引先責任者ID', '会員ID', '会員番号', 'ユーザーID', '個人ID'],
  email: ['email', 'e-mail', 'mail', 'email address', 'e-mail address', 'mail address', 'work email', 'contact email', 'メール', 'メールアドレス', 'Eメール', 'Eメールアドレス', '電子メール', '連絡先メールアドレス'], // prettier-ignore
  name: ['name', 'full name', 'contact', 'contact name', 'contact person', 'person', 'person name', 'author', 'reviewer', 'respondent', '氏名', '名前', 'お名前', 'ご担当者', 'ご担当者名', '担当者名', '担当者氏名', '連絡先名', '取引先責任者', '取引先責任者名', 'フルネーム'], // prettier-ignore
  family_name: ['last name', 'lastname', 'family name', 'surname', 'contact last name', '姓', '苗字', '名字', '氏'],
  given_name: ['first name', 'firstname', 'given name', 'forename', 'contact first name', '名'],
  name_kana: ['kana', 'name kana', 'furigana', 'phonetic name', 'フリガナ', 'ふりがな', 'カナ', '氏名カナ', '氏名フリガナ', '氏名（カナ）', 'カナ氏名', '読み', '読み仮名', 'ヨミガナ', 'よみがな'],
  family_kana: ['last name kana', 'family name kana', 'セイ', '姓カナ', '姓フリガナ', '姓（カナ）', '姓（フリガナ）', '姓かな'],
  given_kana: ['first name kana', 'given name kana', 'メイ', '名カナ', '名フリガナ', '名（カナ）', '名（フリガナ）', '名かな'],
  phone: ['phone', 'phone number', 'telephone', 'tel', 'mobile', 'mobile phone', 'work phone', '電話', '電話番号', 'TEL', '携帯', '携帯電話', '携帯番号', '連絡先電話番号'],
  title: ['title', 'job title', 'position', '役職', '肩書', '肩書き', '職位', '役職名'],
  department: ['department', 'dept', 'division', 'team', '部署', '部署名', '所属', '所属部署', '部門', '部'],
  role: ['role', 'contact role', 'buying role', 'persona', '役割', 'ロール', '立場', '職種'],
  language: ['language', 'lang', 'locale', 'preferred language', '言語', '使用言語', '希望言語'],
  zone: ['time zone', 'timezone', 'tz', 'タイムゾーン', '時間帯'],
  state: ['contact status', 'contact state', 'employment status', '在籍', '在籍状況', '在籍区分'],
  is_test: ['test', 'is test', 'test contact', 'テスト', 'テスト用'],
  is_shared: ['shared', 'is shared', 'shared mailbox', '共有', '共有アドレス', '代表アドレス'],
  unsubscribed: ['unsubscribed', 'unsubscribe', 'opt out', 'opted out', 'opt-out', 'email opt out', 'do not email', 'do not contact', 'has opted out of email', '配信停止', '配信停止フラグ', 'メール配信停止', 'オプトアウト', '配信拒否', 'メール送信除外', '配信希望しない'], // prettier-ignore
}
