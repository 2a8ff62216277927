CREATE TABLE `recovery_settings` (
	`id` text PRIMARY KEY NOT NULL,
	`delay_days` integer NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `case_people` ADD `recovery_invitation_id` text REFERENCES invitations(id);--> statement-breakpoint
ALTER TABLE `case_people` ADD `recovery` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `case_people` ADD `spared` text;--> statement-breakpoint
CREATE INDEX `case_people_recovery` ON `case_people` (`recovery_invitation_id`) WHERE "case_people"."recovery_invitation_id" is not null;