CREATE TABLE "case_tags" (
	"case_id" text NOT NULL,
	"tag" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "case_tags_case_id_tag_pk" PRIMARY KEY("case_id","tag")
);
--> statement-breakpoint
DROP INDEX "cases_rank";--> statement-breakpoint
DROP INDEX "cases_owner";--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "waiting" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "late_at" bigint;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "snoozed_until" bigint;--> statement-breakpoint
ALTER TABLE "case_tags" ADD CONSTRAINT "case_tags_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_tags_tag" ON "case_tags" USING btree ("tag","case_id");--> statement-breakpoint
CREATE INDEX "cases_late" ON "cases" USING btree ("late_at","id","snoozed_until") WHERE "cases"."state" <> 'closed';--> statement-breakpoint
CREATE INDEX "cases_snoozed" ON "cases" USING btree ("snoozed_until","id") WHERE "cases"."snoozed_until" is not null;--> statement-breakpoint
CREATE INDEX "cases_rank" ON "cases" USING btree ("rank_at","id","snoozed_until") WHERE "cases"."state" <> 'closed';--> statement-breakpoint
CREATE INDEX "cases_owner" ON "cases" USING btree ("owner_id","rank_at","id","snoozed_until","claimed_at","late_at","waiting","reply_due_at") WHERE "cases"."state" <> 'closed';--> statement-breakpoint
UPDATE "cases" SET "waiting" = (SELECT count(*) FROM "case_people" WHERE "case_people"."case_id" = "cases"."id" AND "case_people"."state" = 'waiting') WHERE "state" <> 'closed';--> statement-breakpoint
UPDATE "cases" SET "late_at" = "reply_due_at" WHERE "state" <> 'closed' AND "waiting" > 0;--> statement-breakpoint
UPDATE "cases" SET "late_at" = least("resolve_due_at", coalesce("late_at", "resolve_due_at")) WHERE "state" NOT IN ('closed', 'resolved') AND "resolve_due_at" IS NOT NULL AND ("paused_at" IS NULL OR "paused_at" >= "resolve_due_at");
