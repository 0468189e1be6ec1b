package io.scimdoctor.report.diagnosis;

import io.scimdoctor.diagnosis.Group;
import io.scimdoctor.diagnosis.Histogram;
import io.scimdoctor.diagnosis.Shares;
import io.scimdoctor.diagnosis.Windows;
import io.scimdoctor.json.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/** The groups of a run over captured answers, as they stand in the document and in the last line of ndjson. */
final class GroupJson {
    private static final int MOST_WINDOWS = 1_000;
    private static final int SHARE_DECIMALS = 6;

    private GroupJson() {}

    static void write(JsonWriter json, DiagnosisTally tally, int top) throws IOException {
        List<Group> groups = tally.groups().list();
        json.list("groups", groups.subList(0, Math.min(top, groups.size())), (each, group) -> {
            each.field("id", group.first().id())
                    .field("count", group.count())
                    .field("firstSeen", group.firstSeen())
                    .field("lastSeen", group.lastSeen())
                    .strings("endpoints", group.endpoints().texts())
                    .strings("sampleRequestIds", group.sampleRequestIds())
                    .decimal("share", share(group.count(), tally.exchanges()));
            shares(each, "endpointCounts", group.endpoints().list(), group.endpoints());
            shares(each, "applications", group.applications().masked(), group.applications());
            shares(each, "tenants", group.tenants().masked(), group.tenants());
            each.field("windows", group.windows(), GroupJson::windows);
            histogram(each, group.histogram(), tally.histogram());
        });
    }

    private static BigDecimal share(long count, long all) {
        return BigDecimal.valueOf(count).divide(BigDecimal.valueOf(all), SHARE_DECIMALS, RoundingMode.HALF_UP);
    }

    private static void shares(JsonWriter json, String key, List<Shares.Share> list, Shares shares) throws IOException {
        json.object(key)
                .list(
                        "items",
                        list,
                        (each, share) -> each.field("id", share.text()).field("count", share.count()))
                .field("other", shares.other())
                .endObject();
    }

    private static void windows(JsonWriter json, Windows windows) throws IOException {
        List<Windows.Window> list = windows.list();
        json.field("gapMs", windows.gap())
                .put("items", list.subList(0, Math.min(MOST_WINDOWS, list.size())))
                .field("omitted", Math.max(0, list.size() - MOST_WINDOWS));
    }

    /** The counts over time, in the steps of all calls. */
    static void histogram(JsonWriter json, Histogram histogram, Histogram axis) throws IOException {
        json.object("histogram")
                .field("from", axis.isEmpty() ? null : axis.from())
                .field("stepMs", axis.step())
                .numbers("counts", Arrays.stream(histogram.along(axis)))
                .endObject();
    }
}
