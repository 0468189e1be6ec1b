package io.scimdoctor.manual;

import java.util.List;

/** Knows which values there are. */
public interface Candidates {
    /** Those that begin so, the likeliest first; none where nobody can know them, and never trouble. */
    List<Candidate> of(Value value, String prefix);
}
