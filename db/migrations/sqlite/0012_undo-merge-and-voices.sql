PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_case_people` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`contact_id` text,
	`response_id` text,
	`state` text NOT NULL,
	`reply_due_at` integer NOT NULL,
	`replied_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_case_people`("id", "case_id", "contact_id", "response_id", "state", "reply_due_at", "replied_at") SELECT "id", "case_id", "contact_id", "response_id", "state", "reply_due_at", "replied_at" FROM `case_people`;--> statement-breakpoint
DROP TABLE `case_people`;--> statement-breakpoint
ALTER TABLE `__new_case_people` RENAME TO `case_people`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `case_people_contact` ON `case_people` (`case_id`,`contact_id`);--> statement-breakpoint
CREATE INDEX `case_people_person` ON `case_people` (`contact_id`) WHERE "case_people"."contact_id" is not null;--> statement-breakpoint
CREATE INDEX `case_people_response` ON `case_people` (`response_id`);--> statement-breakpoint
ALTER TABLE `cases` ADD `joined_into` text;--> statement-breakpoint
CREATE INDEX `cases_joined` ON `cases` (`joined_into`) WHERE "cases"."joined_into" is not null;--> statement-breakpoint
CREATE INDEX `invitations_account` ON `invitations` (`account_id`,`id`) WHERE "invitations"."account_id" is not null;