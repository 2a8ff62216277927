CREATE TABLE "exports" (
	"id" text PRIMARY KEY NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"ref" text,
	"list" text NOT NULL,
	"format" text NOT NULL,
	"filter" jsonb NOT NULL,
	"state" text NOT NULL,
	"rows" integer NOT NULL,
	"replaced" integer NOT NULL,
	"replaced_rows" integer NOT NULL,
	"started_at" bigint NOT NULL,
	"seen_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE INDEX "exports_actor" ON "exports" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "exports_running" ON "exports" USING btree ("seen_at") WHERE "exports"."state" = 'running';--> statement-breakpoint
CREATE INDEX "exports_started" ON "exports" USING btree ("started_at");