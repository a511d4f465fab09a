package vn.minhbach.privacy;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Numbers and addresses that the department itself publishes: hotlines, offices, mailboxes. They are never proposed. */
public final class PublicContacts {

    /** None are known. */
    public static final PublicContacts NONE = new PublicContacts(Set.of(), Set.of());

    private final Set<String> phones;
    private final Set<String> emails;

    /** In any way of writing. */
    public PublicContacts(Collection<String> phones, Collection<String> emails) {
        this.phones = phones.stream()
                .map(Normalised::phone)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        this.emails = emails.stream()
                .map(Normalised::email)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean hasPhone(String normalised) {
        return phones.contains(normalised);
    }

    boolean hasEmail(String normalised) {
        return emails.contains(normalised);
    }
}
