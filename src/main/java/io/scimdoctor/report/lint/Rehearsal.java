package io.scimdoctor.report.lint;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.diagnosis.PermissionReport;
import io.scimdoctor.diagnosis.Shares;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.lint.rule.Limit;
import io.scimdoctor.permission.Need;
import io.scimdoctor.permission.RoleReview;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.permission.PermissionBlocks;
import io.scimdoctor.report.permission.PermissionJson;
import io.scimdoctor.scim.PatchChange;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import io.scimdoctor.token.Claims;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run that an application is going to make: its calls, the roles that they need, and the limits that they come near. */
public final class Rehearsal {
    private static final int TOLD_APART = 20;

    private final @Nullable Claims token;
    private final Instant now;
    private final Shares endpoints = new Shares(TOLD_APART);
    private final Map<Need, Long> needs = new LinkedHashMap<>();
    /** How much of something the run has at most; where it is too much, the broken rule tells. */
    private final Map<Limit, Long> limits = new EnumMap<>(Limit.class);

    private long calls;
    private long unserved;

    /** @param token what the roles are held against, or null */
    public Rehearsal(@Nullable Claims token, Instant now) {
        this.token = token;
        this.now = now;
    }

    void add(SentRequest request) {
        calls++;
        endpoints.add(ExchangeFacts.endpoint(request), 1);
        List<Need> own = Need.of(request);
        own.forEach(need -> needs.merge(need, 1L, Long::sum));
        unserved += own.isEmpty() ? 1 : 0;
        String method = String.valueOf(request.method());
        ScimUrl url = ScimUrl.parse(String.valueOf(request.url()));
        boolean read = method.equals("GET") || method.equals("HEAD");
        if (!read) {
            limits.merge(Limit.WRITES, 1L, Long::sum);
        } else if (url.kind().isDirectory()) {
            Limit page = url.kind() == ResourceKind.USERS ? Limit.USERS_IN_A_PAGE : Limit.GROUPS_IN_A_PAGE;
            url.parameter("count")
                    .filter(count -> count.value().matches("\\d{1,9}"))
                    .ifPresent(count -> limits.merge(page, Long.parseLong(count.value()), Math::max));
        }
        if (method.equals("PATCH") && url.kind() == ResourceKind.GROUPS && request.body() != null) {
            long members = 0;
            for (PatchChange change :
                    PatchChange.of(Json.readLeniently(request.body()).node())) {
                boolean added = change.is("add") && change.isMembers();
                members += added ? Math.max(1, change.value().size()) : 0;
            }
            if (members > 0) {
                limits.merge(Limit.MEMBERS_ADDED, members, Math::max);
            }
        }
    }

    private @Nullable PermissionReport permissions() {
        return needs.isEmpty() ? null : PermissionReport.of(new ArrayList<>(needs.keySet()), token, now, unserved);
    }

    /** Whether the roles that are held are too few. */
    boolean isRefused() {
        PermissionReport report = permissions();
        return report != null && report.verdict().exitCode() == ExitCode.PROBLEM;
    }

    List<Block> blocks(Audience audience) {
        List<Block> blocks = new ArrayList<>();
        String usd = CheckReport.price(calls).stripTrailingZeros().toPlainString();
        blocks.add(new Block.Section(
                "Calls",
                Block.Facts.NONE
                        .and("Calls", Amounts.number(calls))
                        .and("Of these", calls == 0 ? null : Amounts.shares(endpoints.list(), endpoints, TOLD_APART))
                        .and("Not served", unserved == 0 ? null : Amounts.count(unserved, "call"))
                        .and(
                                "Cost",
                                "about USD " + usd + " by the price of March 2026 when every call is"
                                        + " answered with 2xx or 404; others are probably not billed")));
        List<List<String>> met = new ArrayList<>();
        limits.forEach(
                (limit, most) -> met.add(List.of(limit.words(), Amounts.number(limit.most()), Amounts.number(most))));
        blocks.addAll(Block.Table.section("Limits", List.of("At most", "Limit", "This run"), met));
        // What a first burst does not take waits for the next interval.
        long minutes = (limits.getOrDefault(Limit.WRITES, 1L) - 1) / Limit.WRITES.most() * 5 / 2;
        if (minutes > 0) {
            blocks.add(new Block.Paragraph("That many writes take " + minutes + " minutes or more: the limit is that of"
                    + " Microsoft Graph, which probably holds here; heed Retry-After."));
        }
        PermissionReport report = permissions();
        if (report != null) {
            blocks.add(new Block.Section(
                    "Roles", operations(report), PermissionBlocks.conclusion(report, audience, false)));
        }
        return blocks;
    }

    private Block operations(PermissionReport report) {
        List<List<String>> rows = new ArrayList<>();
        for (RoleReview.Item item : report.review().items()) {
            String missing = item.missing().isEmpty() ? "nothing" : String.join(" and ", item.missing());
            rows.add(List.of(
                    item.need().operation().request(),
                    Amounts.number(needs.getOrDefault(item.need(), 0L)),
                    item.standing() == null ? item.need().oneOf() : missing));
        }
        String column = report.token() == null ? "Needs" : "Missing";
        return new Block.Table("Roles", List.of("Operation", "Calls", column), rows);
    }

    static void json(JsonWriter json, Rehearsal run) throws IOException {
        Documents.counts(json, "endpoints", run.endpoints.list())
                .field("other", run.endpoints.other())
                .field("unserved", run.unserved)
                .list(
                        "limits",
                        run.limits.entrySet(),
                        (each, met) -> each.field("id", met.getKey().slug())
                                .field("limit", met.getKey().most())
                                .field("most", met.getValue()))
                .field("permissions", run.permissions(), PermissionJson::content);
        Documents.billing(json, run.calls, run.calls);
    }
}
