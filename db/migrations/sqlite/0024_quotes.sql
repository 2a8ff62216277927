CREATE TABLE `proof_settings` (
	`id` text PRIMARY KEY NOT NULL,
	`shown` integer NOT NULL,
	`origins` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `quotes` (
	`id` text PRIMARY KEY NOT NULL,
	`contact_id` text NOT NULL,
	`account_id` text,
	`response_id` text,
	`consent_id` text,
	`language` text NOT NULL,
	`original` text NOT NULL,
	`text` text NOT NULL,
	`attribution` text NOT NULL,
	`byline` text,
	`rewarded` integer NOT NULL,
	`state` text NOT NULL,
	`generation` integer NOT NULL,
	`lock_version` integer NOT NULL,
	`position` integer NOT NULL,
	`fault` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`sent_at` integer,
	`approved_at` integer,
	`published_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `quotes_state` ON `quotes` (`state`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `quotes_order` ON `quotes` (`state`,`position`,`id`);--> statement-breakpoint
CREATE INDEX `quotes_contact` ON `quotes` (`contact_id`);--> statement-breakpoint
CREATE INDEX `quotes_account` ON `quotes` (`account_id`);--> statement-breakpoint
CREATE INDEX `quotes_response` ON `quotes` (`response_id`);--> statement-breakpoint
CREATE INDEX `ask_standings_order` ON `ask_standings` (`kind`,`nominated_at`,`contact_id`,`blocks`);