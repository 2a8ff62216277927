CREATE TABLE `ask_settings` (
	`id` text PRIMARY KEY NOT NULL,
	`per_person` integer NOT NULL,
	`per_account` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ask_standings` (
	`kind` text NOT NULL,
	`contact_id` text NOT NULL,
	`blocks` integer NOT NULL,
	`nominated_at` integer NOT NULL,
	`checked_at` integer NOT NULL,
	PRIMARY KEY(`kind`, `contact_id`),
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ask_standings_blocks` ON `ask_standings` (`kind`,`blocks`,`nominated_at`,`contact_id`);--> statement-breakpoint
CREATE INDEX `ask_standings_contact` ON `ask_standings` (`contact_id`);--> statement-breakpoint
CREATE TABLE `ask_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`number` integer NOT NULL,
	`content` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ask_versions_number` ON `ask_versions` (`kind`,`number`);--> statement-breakpoint
CREATE TABLE `asks` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`contact_id` text NOT NULL,
	`account_id` text,
	`state` text NOT NULL,
	`channel` text NOT NULL,
	`holder_id` text NOT NULL,
	`reserved_at` integer NOT NULL,
	`reserved_until` integer NOT NULL,
	`quarter` integer NOT NULL,
	`response_id` text,
	`language` text NOT NULL,
	`subject` text,
	`body` text,
	`due_at` integer,
	`sent_at` integer,
	`reminded_at` integer,
	`answered_at` integer,
	`later_at` integer,
	`done_at` integer,
	`cancel_reason` text,
	`ended_by` text,
	`ended_at` integer,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `asks_open` ON `asks` (`contact_id`) WHERE "asks"."state" in ('reserved', 'queued', 'sent');--> statement-breakpoint
CREATE INDEX `asks_contact` ON `asks` (`contact_id`,`reserved_at`);--> statement-breakpoint
CREATE INDEX `asks_account` ON `asks` (`account_id`,`quarter`);--> statement-breakpoint
CREATE INDEX `asks_state` ON `asks` (`state`,`kind`,`reserved_at`);--> statement-breakpoint
CREATE INDEX `asks_holder` ON `asks` (`holder_id`,`state`);