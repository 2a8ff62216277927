CREATE TABLE `company_consents` (
	`consent_id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`agreed_by` text,
	`contact_id` text,
	`agreed_on` text NOT NULL,
	`file_id` text,
	`file_name` text,
	`recorded_by` text NOT NULL,
	FOREIGN KEY (`consent_id`) REFERENCES `consents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `company_consents_account` ON `company_consents` (`account_id`);--> statement-breakpoint
CREATE INDEX `company_consents_contact` ON `company_consents` (`contact_id`);--> statement-breakpoint
CREATE TABLE `exchange_rates` (
	`id` text PRIMARY KEY NOT NULL,
	`currency` text NOT NULL,
	`base` text NOT NULL,
	`from_day` integer NOT NULL,
	`rate` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `exchange_rates_day` ON `exchange_rates` (`base`,`currency`,`from_day`);--> statement-breakpoint
CREATE TABLE `anniversaries` (
	`contact_id` text NOT NULL,
	`years` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`contact_id`, `years`),
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `gift_bars` (
	`party` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`note` text,
	`by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `gift_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`list_id` text NOT NULL,
	`code` text NOT NULL,
	`fingerprint` text NOT NULL,
	`tail` text NOT NULL,
	`reward_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`list_id`) REFERENCES `gift_lists`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reward_id`) REFERENCES `rewards`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `gift_codes_fingerprint` ON `gift_codes` (`fingerprint`);--> statement-breakpoint
CREATE UNIQUE INDEX `gift_codes_reward` ON `gift_codes` (`reward_id`) WHERE "gift_codes"."reward_id" is not null;--> statement-breakpoint
CREATE INDEX `gift_codes_free` ON `gift_codes` (`list_id`,`id`) WHERE "gift_codes"."reward_id" is null;--> statement-breakpoint
CREATE INDEX `gift_codes_list` ON `gift_codes` (`list_id`,`id`);--> statement-breakpoint
CREATE TABLE `gift_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`value_minor` integer,
	`currency` text,
	`warn_at` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `reward_rule_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`rule` text NOT NULL,
	`number` integer NOT NULL,
	`terms` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reward_rule_versions_number` ON `reward_rule_versions` (`rule`,`number`);--> statement-breakpoint
CREATE TABLE `reward_settings` (
	`id` text PRIMARY KEY NOT NULL,
	`tiers` text NOT NULL,
	`reached` text NOT NULL,
	`anniversary` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rewards` (
	`id` text PRIMARY KEY NOT NULL,
	`rule` text NOT NULL,
	`cause_id` text NOT NULL,
	`version` integer NOT NULL,
	`contact_id` text,
	`account_id` text,
	`points` integer NOT NULL,
	`points_anyway` integer NOT NULL,
	`gift_kind` text,
	`amount_minor` integer,
	`currency` text,
	`list_id` text,
	`thing` text,
	`state` text NOT NULL,
	`reason` text,
	`reference` text,
	`earned_at` integer NOT NULL,
	`approved_at` integer,
	`approved_by` text,
	`issued_at` integer,
	`issued_by` text,
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`list_id`) REFERENCES `gift_lists`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rewards_cause` ON `rewards` (`rule`,`cause_id`);--> statement-breakpoint
CREATE INDEX `rewards_state` ON `rewards` (`state`,`earned_at`,`id`);--> statement-breakpoint
CREATE INDEX `rewards_earned` ON `rewards` (`earned_at`,`id`);--> statement-breakpoint
CREATE INDEX `rewards_contact` ON `rewards` (`contact_id`,`earned_at`,`id`);--> statement-breakpoint
CREATE INDEX `rewards_account` ON `rewards` (`account_id`);--> statement-breakpoint
CREATE TABLE `tiers_reached` (
	`contact_id` text NOT NULL,
	`tier` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`contact_id`, `tier`),
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `advocacy_tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`owner_id` text,
	`put_off_to` text,
	`done_in` text,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `advocacy_tasks_owner` ON `advocacy_tasks` (`owner_id`);--> statement-breakpoint
ALTER TABLE `asks` ADD `way` text;--> statement-breakpoint
ALTER TABLE `asks` ADD `note` text;--> statement-breakpoint
ALTER TABLE `referrals` ADD `deal_rate` text;--> statement-breakpoint
ALTER TABLE `referrals` ADD `deal_rate_day` integer;--> statement-breakpoint
ALTER TABLE `consents` ADD `warned_at` integer;--> statement-breakpoint
CREATE INDEX `consents_expiry` ON `consents` (`expires_at`) WHERE "consents"."state" = 'given' and "consents"."expires_at" is not null;