package io.scimdoctor.capture.bulk;

import io.scimdoctor.capture.bulk.Template.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Templates by what they have in common, from their first byte on: what a hundred of them begin with is compared once. A
 * tree never changes; adding to it makes another, which shares most of it, so that threads need no lock.
 */
final class TemplateTree {
    static final TemplateTree EMPTY = new TemplateTree(new Node[0]);

    private static final Node[] NOTHING = {};

    private final Node[] roots;

    /** A place, if any, then bytes that have to be the same, what may follow, and the template that ends here, if one does. */
    private static final class Node {
        private final @Nullable Place place;
        private final byte[] same;
        private final Node[] next;
        private final @Nullable Template template;

        Node(@Nullable Place place, byte[] same, Node[] next, @Nullable Template template) {
            this.place = place;
            this.same = same;
            this.next = next;
            this.template = template;
        }

        /** Whether both can begin as one node. Of those without a place no two begin with the same byte. */
        boolean beginsLike(Node other) {
            return place == null
                    ? other.place == null && same[0] == other.same[0]
                    : other.place != null && place.isLike(other.place);
        }

        Node before(Node... others) {
            return new Node(place, same, others, template);
        }

        /** What stands behind the first bytes. */
        Node behind(int length) {
            return new Node(null, Arrays.copyOfRange(same, length, same.length), next, template);
        }
    }

    private TemplateTree(Node[] roots) {
        this.roots = roots;
    }

    /** The template that the record at a position fits, or null; the record's own values stand in the match. */
    @Nullable
    Template find(byte[] in, int from, int to, ComparedRecord match) {
        match.back(0, 0, null);
        return find(roots, in, from, to, match);
    }

    private static @Nullable Template find(Node[] nodes, byte[] in, int from, int to, ComparedRecord match) {
        for (Node node : nodes) {
            if (node.place == null && (from >= to || in[from] != node.same[0])) {
                continue;
            }
            int places = match.places();
            int known = match.known();
            Instant at = match.at();
            Template found = find(node, in, from, to, match);
            if (found != null) {
                return found;
            }
            match.back(places, known, at);
        }
        return null;
    }

    private static @Nullable Template find(Node node, byte[] in, int from, int to, ComparedRecord match) {
        int start = node.place == null ? from : match.take(in, from, to, node.place);
        int end = start + node.same.length;
        if (start < 0 || end > to || !Arrays.equals(in, start, end, node.same, 0, node.same.length)) {
            return null;
        }
        Template longer = find(node.next, in, end, to, match);
        if (longer != null || node.template == null) {
            return longer;
        }
        match.end(end);
        return node.template;
    }

    TemplateTree with(Template template) {
        List<Node> steps = new ArrayList<>();
        Place before = null;
        for (Place place : template.places()) {
            steps.add(new Node(before, template.bytes(before, place), NOTHING, null));
            before = place;
        }
        steps.add(new Node(before, template.bytes(before, null), NOTHING, template));
        return new TemplateTree(with(roots, steps));
    }

    private static Node[] with(Node[] nodes, List<Node> steps) {
        for (int i = 0; i < nodes.length; i++) {
            if (nodes[i].beginsLike(steps.get(0))) {
                Node[] changed = nodes.clone();
                changed[i] = with(nodes[i], steps);
                return changed;
            }
        }
        Node chain = steps.get(steps.size() - 1);
        for (int i = steps.size() - 2; i >= 0; i--) {
            chain = steps.get(i).before(chain);
        }
        Node[] more = Arrays.copyOf(nodes, nodes.length + 1);
        more[nodes.length] = chain;
        return more;
    }

    private static Node with(Node node, List<Node> steps) {
        Node first = steps.get(0);
        int different = Arrays.mismatch(node.same, first.same);
        int common = different < 0 ? first.same.length : different;
        Node begun = common == node.same.length
                ? node
                : new Node(node.place, Arrays.copyOf(node.same, common), new Node[] {node.behind(common)}, null);
        List<Node> rest = new ArrayList<>(steps.subList(1, steps.size()));
        if (common < first.same.length) {
            rest.add(0, first.behind(common));
        }
        return rest.isEmpty()
                ? new Node(begun.place, begun.same, begun.next, first.template)
                : begun.before(with(begun.next, rest));
    }
}
