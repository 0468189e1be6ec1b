package io.scimdoctor.diagnosis;

import io.scimdoctor.finding.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts findings by id. What it keeps is bounded, so that a million exchanges take no more memory than a hundred. */
public final class Groups {
    private static final int TOLD_APART = 20;

    private final Duration gap;
    private final int toldApart;
    private final Map<String, Group> groups = new LinkedHashMap<>();

    public Groups(Duration gap) {
        this(gap, TOLD_APART);
    }

    private Groups(Duration gap, int toldApart) {
        this.gap = gap;
        this.toldApart = toldApart;
    }

    /** Empty groups for a part of the input, to be added later. A part tells all texts apart, however many. */
    public Groups part() {
        return new Groups(gap, Integer.MAX_VALUE);
    }

    public void add(Finding finding, Sighting sighting) {
        open(finding).add(sighting);
    }

    /** The group of a finding, empty when it is new. */
    public Group open(Finding finding) {
        Group group = groups.get(finding.id());
        if (group == null) {
            group = Group.of(finding, gap, toldApart);
            groups.put(finding.id(), group);
        }
        return group;
    }

    /** The group of a finding, or null when it was not seen yet. */
    public @Nullable Group find(String id) {
        return groups.get(id);
    }

    /** Adds what a later part of the input holds. */
    public void addAll(Groups later) {
        later.groups.values().forEach(group -> open(group.first()).addAll(group));
    }

    /** The most frequent first. */
    public List<Group> list() {
        List<Group> list = new ArrayList<>(groups.values());
        if (list.size() > 1) {
            list.sort((one, other) -> Long.compare(other.count(), one.count()));
        }
        return list;
    }
}
