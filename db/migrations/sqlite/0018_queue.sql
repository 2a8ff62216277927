CREATE TABLE `case_tags` (
	`case_id` text NOT NULL,
	`tag` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`case_id`, `tag`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_tags_tag` ON `case_tags` (`tag`,`case_id`);--> statement-breakpoint
DROP INDEX `cases_rank`;--> statement-breakpoint
DROP INDEX `cases_owner`;--> statement-breakpoint
ALTER TABLE `cases` ADD `waiting` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `cases` ADD `late_at` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `snoozed_until` integer;--> statement-breakpoint
CREATE INDEX `cases_late` ON `cases` (`late_at`,`id`,`snoozed_until`) WHERE "cases"."state" <> 'closed';--> statement-breakpoint
CREATE INDEX `cases_snoozed` ON `cases` (`snoozed_until`,`id`) WHERE "cases"."snoozed_until" is not null;--> statement-breakpoint
CREATE INDEX `cases_rank` ON `cases` (`rank_at`,`id`,`snoozed_until`) WHERE "cases"."state" <> 'closed';--> statement-breakpoint
CREATE INDEX `cases_owner` ON `cases` (`owner_id`,`rank_at`,`id`,`snoozed_until`,`claimed_at`,`late_at`,`waiting`,`reply_due_at`) WHERE "cases"."state" <> 'closed';--> statement-breakpoint
UPDATE `cases` SET `waiting` = (SELECT count(*) FROM `case_people` WHERE `case_people`.`case_id` = `cases`.`id` AND `case_people`.`state` = 'waiting') WHERE `state` <> 'closed';--> statement-breakpoint
UPDATE `cases` SET `late_at` = `reply_due_at` WHERE `state` <> 'closed' AND `waiting` > 0;--> statement-breakpoint
UPDATE `cases` SET `late_at` = min(`resolve_due_at`, coalesce(`late_at`, `resolve_due_at`)) WHERE `state` NOT IN ('closed', 'resolved') AND `resolve_due_at` IS NOT NULL AND (`paused_at` IS NULL OR `paused_at` >= `resolve_due_at`);
