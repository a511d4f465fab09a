package vn.minhbach.editorial;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;

/** For tests of features: what somebody is told. */
public final class Told {

    private Told() {}

    /** The titles, the newest first. */
    public static List<String> of(EntityManager em, String person, String kind, Deed.Right right, String place) {
        return new NoticeRepository(em)
                .unread(person, List.of(new NoticeRepository.Addressee(kind, right, Set.of(place))), 100).stream()
                        .map(ItemNotice::getTitle)
                        .toList()
                        .reversed();
    }
}
