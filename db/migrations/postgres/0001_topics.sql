CREATE TABLE "response_topics" (
	"response_id" text NOT NULL,
	"topic_id" text NOT NULL,
	"source" text NOT NULL,
	"present" boolean NOT NULL,
	"spans" jsonb NOT NULL,
	"day" integer NOT NULL,
	"actor_id" text,
	"at" bigint NOT NULL,
	CONSTRAINT "response_topics_response_id_topic_id_pk" PRIMARY KEY("response_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "retags" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"after" text NOT NULL,
	"done" integer NOT NULL,
	"total" integer,
	"gained" integer NOT NULL,
	"lost" integer NOT NULL,
	"versions" jsonb NOT NULL,
	"started_by" text,
	"created_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "topic_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"topic_id" text NOT NULL,
	"version" integer NOT NULL,
	"language" text NOT NULL,
	"any_of" jsonb NOT NULL,
	"all_of" jsonb NOT NULL,
	"none_of" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"id" text PRIMARY KEY NOT NULL,
	"name_en" text NOT NULL,
	"name_ja" text NOT NULL,
	"version" integer NOT NULL,
	"applied_version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"archived_at" bigint
);
--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "tagged_at" bigint;--> statement-breakpoint
ALTER TABLE "response_topics" ADD CONSTRAINT "response_topics_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_topics" ADD CONSTRAINT "response_topics_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_rules" ADD CONSTRAINT "topic_rules_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "response_topics_topic" ON "response_topics" USING btree ("topic_id","day","response_id");--> statement-breakpoint
CREATE UNIQUE INDEX "retags_running" ON "retags" USING btree ("state") WHERE "retags"."state" = 'running';--> statement-breakpoint
CREATE UNIQUE INDEX "topic_rules_version" ON "topic_rules" USING btree ("topic_id","version","language");--> statement-breakpoint
CREATE INDEX "responses_untagged" ON "responses" USING btree ("id") WHERE "responses"."tagged_at" is null and "responses"."comment" is not null and "responses"."state" <> 'unconfirmed';