DROP INDEX "responses_day";--> statement-breakpoint
DROP INDEX "responses_class";--> statement-breakpoint
DROP INDEX "responses_program";--> statement-breakpoint
DROP INDEX "responses_account";--> statement-breakpoint
DROP INDEX "responses_contact";--> statement-breakpoint
CREATE INDEX "responses_facets" ON "responses" USING btree ("day","id","class","program_id","counts","state","is_test","tier","region","stage","owner_id","language");--> statement-breakpoint
CREATE INDEX "responses_program" ON "responses" USING btree ("program_id","day","id");--> statement-breakpoint
CREATE INDEX "responses_account" ON "responses" USING btree ("account_id","day","id");--> statement-breakpoint
CREATE INDEX "responses_contact" ON "responses" USING btree ("contact_id","day","id");