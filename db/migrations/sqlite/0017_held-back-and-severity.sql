ALTER TABLE `case_people` ADD `severity` text;--> statement-breakpoint
CREATE INDEX `invitations_planned` ON `invitations` (`wave_id`,`due_at`,`account_id`,`id`) WHERE "invitations"."state" = 'planned';--> statement-breakpoint
CREATE INDEX `invitations_full` ON `invitations` (`account_id`) WHERE "invitations"."state" = 'deferred' and "invitations"."reason" = 'account_full';--> statement-breakpoint
UPDATE `programs` SET `outside_rules` = 1 WHERE `kind` = 'transactional';
