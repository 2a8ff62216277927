CREATE TABLE `referral_links` (
	`code` text PRIMARY KEY NOT NULL,
	`contact_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `referral_links_contact` ON `referral_links` (`contact_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `referral_visits` (
	`code` text NOT NULL,
	`day` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`code`, `day`),
	FOREIGN KEY (`code`) REFERENCES `referral_links`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `referrals` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text,
	`contact_id` text,
	`account_id` text,
	`lead_name` text,
	`lead_email` text,
	`lead_email_key` text,
	`company` text,
	`message` text,
	`search_key` text NOT NULL,
	`language` text NOT NULL,
	`consent_text` text,
	`state` text NOT NULL,
	`checks` text NOT NULL,
	`reason` text,
	`deal_minor` integer,
	`currency` text,
	`deal_base_minor` integer,
	`won_at` integer,
	`source` text NOT NULL,
	`response_id` text,
	`owner_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`erased_at` integer,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `referrals_live` ON `referrals` (`lead_email_key`) WHERE "referrals"."state" in ('new', 'qualified', 'won');--> statement-breakpoint
CREATE UNIQUE INDEX `referrals_in_review` ON `referrals` (`lead_email_key`,`contact_id`) WHERE "referrals"."state" = 'review';--> statement-breakpoint
CREATE INDEX `referrals_lead` ON `referrals` (`lead_email_key`);--> statement-breakpoint
CREATE INDEX `referrals_state` ON `referrals` (`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `referrals_contact` ON `referrals` (`contact_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `referrals_account` ON `referrals` (`account_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `referrals_code` ON `referrals` (`code`,`created_at`) WHERE "referrals"."code" is not null;