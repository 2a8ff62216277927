CREATE TABLE `account_moves` (
	`move_id` text NOT NULL,
	`account_id` text NOT NULL,
	`from_id` text,
	`to_id` text,
	`state` text NOT NULL,
	`cases` text NOT NULL,
	PRIMARY KEY(`move_id`, `account_id`),
	FOREIGN KEY (`move_id`) REFERENCES `owner_moves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `account_moves_state` ON `account_moves` (`move_id`,`state`);--> statement-breakpoint
CREATE TABLE `duplicates` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`first_id` text NOT NULL,
	`second_id` text NOT NULL,
	`why` text NOT NULL,
	`strength` integer NOT NULL,
	`state` text NOT NULL,
	`found_at` integer NOT NULL,
	`judged_by` text,
	`judged_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `duplicates_pair` ON `duplicates` (`first_id`,`second_id`);--> statement-breakpoint
CREATE INDEX `duplicates_second` ON `duplicates` (`second_id`);--> statement-breakpoint
CREATE INDEX `duplicates_list` ON `duplicates` (`kind`,`state`,`strength`,`id`);--> statement-breakpoint
CREATE TABLE `merged_ids` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`into_id` text NOT NULL,
	`external_id` text,
	`name_key` text,
	`domain` text,
	`email_key` text,
	`counts` text NOT NULL,
	`at` integer NOT NULL,
	`merged_by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `merged_ids_into` ON `merged_ids` (`into_id`);--> statement-breakpoint
CREATE INDEX `merged_ids_external` ON `merged_ids` (`external_id`) WHERE "merged_ids"."external_id" is not null;--> statement-breakpoint
CREATE INDEX `merged_ids_name` ON `merged_ids` (`name_key`) WHERE "merged_ids"."name_key" is not null;--> statement-breakpoint
CREATE INDEX `merged_ids_domain` ON `merged_ids` (`domain`) WHERE "merged_ids"."domain" is not null;--> statement-breakpoint
CREATE INDEX `merged_ids_email` ON `merged_ids` (`email_key`) WHERE "merged_ids"."email_key" is not null;--> statement-breakpoint
CREATE TABLE `owner_moves` (
	`id` text PRIMARY KEY NOT NULL,
	`seat` text NOT NULL,
	`to_id` text,
	`with_cases` integer NOT NULL,
	`state` text NOT NULL,
	`total` integer NOT NULL,
	`moved` integer NOT NULL,
	`moved_cases` integer NOT NULL,
	`skipped` integer NOT NULL,
	`undo_of` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`to_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `wave_choices` (
	`wave_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`choice` text NOT NULL,
	`reason` text,
	`note` text,
	`chosen_by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`wave_id`, `contact_id`),
	FOREIGN KEY (`wave_id`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
DROP INDEX `waves_open`;--> statement-breakpoint
ALTER TABLE `waves` ADD `starts_at` integer;--> statement-breakpoint
ALTER TABLE `waves` ADD `notice_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `waves_open` ON `waves` (`program_id`) WHERE "waves"."state" in ('scheduled', 'planning', 'ready', 'sending', 'paused');--> statement-breakpoint
ALTER TABLE `accounts` ADD `match_key` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `sales_id` text REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `accounts` ADD `sponsor_id` text;--> statement-breakpoint
CREATE INDEX `accounts_match` ON `accounts` (`match_key`,`id`);--> statement-breakpoint
CREATE INDEX `accounts_parent` ON `accounts` (`parent_id`,`name_key`) WHERE "accounts"."parent_id" is not null;--> statement-breakpoint
ALTER TABLE `contacts` ADD `sort_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `contacts` ADD `left_on` text;--> statement-breakpoint
ALTER TABLE `contacts` ADD `successor_id` text;--> statement-breakpoint
CREATE INDEX `contacts_sort` ON `contacts` (`sort_key`,`id`);--> statement-breakpoint
UPDATE contacts SET sort_key = CASE WHEN name_kana IS NULL THEN name_key ELSE substr(search_key, length(name_key) + 2, length(search_key) - length(name_key) - 1 - CASE WHEN email_key IS NULL THEN 0 ELSE length(email_key) + 1 END) END;
