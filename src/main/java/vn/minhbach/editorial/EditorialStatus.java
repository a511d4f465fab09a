package vn.minhbach.editorial;

import java.util.Set;

/** Where an editorial item stands, and where it may go from there. */
public enum EditorialStatus {
    /** Being written; only staff see it. */
    DRAFT,
    /** To be seen by everybody. */
    PUBLISHED,
    /** Was public and is no longer; its address answers 410. */
    WITHDRAWN;

    public Set<EditorialStatus> next() {
        return switch (this) {
            case DRAFT -> Set.of(PUBLISHED);
            case PUBLISHED -> Set.of(WITHDRAWN);
            case WITHDRAWN -> Set.of(PUBLISHED);
        };
    }
}
