ALTER TABLE `cases` ADD `joined_into` text;--> statement-breakpoint
CREATE INDEX `cases_joined` ON `cases` (`joined_into`) WHERE "cases"."joined_into" is not null;--> statement-breakpoint
CREATE INDEX `case_people_person` ON `case_people` (`contact_id`);--> statement-breakpoint
CREATE INDEX `invitations_account` ON `invitations` (`account_id`,`id`);