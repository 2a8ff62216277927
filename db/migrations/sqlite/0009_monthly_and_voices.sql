CREATE TABLE `account_stages` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`from_stage` text,
	`to_stage` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `account_stages_at` ON `account_stages` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `account_stages_account` ON `account_stages` (`account_id`,`at`);--> statement-breakpoint
CREATE TABLE `inbound_mails` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`provider_id` text,
	`state` text NOT NULL,
	`ref_kind` text,
	`ref_id` text,
	`sender` text,
	`subject` text,
	`text` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inbound_mails_key` ON `inbound_mails` (`key`);--> statement-breakpoint
CREATE INDEX `inbound_mails_state` ON `inbound_mails` (`state`,`at`);--> statement-breakpoint
CREATE TABLE `monthly_issues` (
	`month` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`figures` text NOT NULL,
	`recipients` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `monthly_links` (
	`id` text PRIMARY KEY NOT NULL,
	`month` integer NOT NULL,
	`recipient_id` text,
	`language` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`recipient_id`) REFERENCES `monthly_recipients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `monthly_links_recipient` ON `monthly_links` (`recipient_id`,`id`);--> statement-breakpoint
CREATE INDEX `monthly_links_expiry` ON `monthly_links` (`expires_at`);--> statement-breakpoint
CREATE TABLE `monthly_recipients` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`language` text NOT NULL,
	`state` text NOT NULL,
	`added_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `monthly_recipients_email` ON `monthly_recipients` (`email_key`);--> statement-breakpoint
CREATE TABLE `monthly_settings` (
	`id` text PRIMARY KEY NOT NULL,
	`enabled` integer NOT NULL,
	`since` integer NOT NULL,
	`working_day` integer NOT NULL,
	`names` text NOT NULL,
	`close_days` integer NOT NULL,
	`lost_stages` text,
	`unquoted` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `score_targets` (
	`metric` text NOT NULL,
	`program_id` text NOT NULL,
	`value` integer NOT NULL,
	PRIMARY KEY(`metric`, `program_id`)
);
--> statement-breakpoint
CREATE TABLE `voice_topics` (
	`voice_id` text NOT NULL,
	`topic_id` text NOT NULL,
	`source` text NOT NULL,
	`present` integer NOT NULL,
	`spans` text NOT NULL,
	`day` integer NOT NULL,
	`actor_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`voice_id`, `topic_id`),
	FOREIGN KEY (`voice_id`) REFERENCES `voices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `voice_topics_topic` ON `voice_topics` (`topic_id`,`day`,`voice_id`);--> statement-breakpoint
CREATE TABLE `voices` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`channel` text NOT NULL,
	`day` integer NOT NULL,
	`at` integer NOT NULL,
	`account_id` text,
	`contact_id` text,
	`heard_by` text,
	`text` text NOT NULL,
	`text_key` text NOT NULL,
	`whole` text,
	`sender` text,
	`language` text NOT NULL,
	`feeling` text,
	`invitation_id` text,
	`case_id` text,
	`created_by` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`deleted_at` integer
);
--> statement-breakpoint
CREATE INDEX `voices_day` ON `voices` (`day`,`id`);--> statement-breakpoint
CREATE INDEX `voices_account` ON `voices` (`account_id`,`day`,`id`);--> statement-breakpoint
CREATE INDEX `voices_contact` ON `voices` (`contact_id`,`day`,`id`);--> statement-breakpoint
CREATE INDEX `cases_opened` ON `cases` (`opened_at`);--> statement-breakpoint
CREATE INDEX `cases_closed` ON `cases` (`closed_at`);