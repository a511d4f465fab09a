package vn.minhbach.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What all features together say of the use of files. */
@ApplicationScoped
public class AttachmentUses {

    @Inject
    @Any
    Instance<AttachmentUse> features;

    /** Who may be given a file. */
    enum Audience {
        EVERYBODY,
        STAFF,
        /** It was everybody's once. */
        GONE
    }

    List<AttachmentUse.Use> of(Collection<Long> attachments) {
        return features().flatMap(feature -> feature.of(attachments).stream()).toList();
    }

    Set<Long> used() {
        return features().flatMap(feature -> feature.used().stream()).collect(Collectors.toSet());
    }

    /** Whoever shows it to everybody decides; else whoever did once. */
    Audience audience(Attachment attachment) {
        var id = attachment.getId();
        if (id == null || !attachment.isGuarded() || !isAsked()) {
            return Audience.EVERYBODY;
        }
        // Asked at each download: who shows it is enough, and those that come after need not be asked.
        var once = false;
        for (var feature : features().toList()) {
            for (var use : feature.of(List.of(id))) {
                if (use.standing() == AttachmentUse.Standing.PUBLIC) {
                    return Audience.EVERYBODY;
                }
                once |= use.standing() == AttachmentUse.Standing.WITHDRAWN;
            }
        }
        return once ? Audience.GONE : Audience.STAFF;
    }

    /** Whether whoever acts may decide what everybody sees, wherever this file is shown to everybody. */
    boolean mayPublish(long attachment) {
        return features().allMatch(feature -> feature.mayPublish(attachment));
    }

    /** Tells all that a file has other bytes by now. */
    void replaced(long attachment, String note) {
        features().forEach(feature -> feature.replaced(attachment, note));
    }

    /** Tells all that nobody will ever be given a file. */
    void refused(long attachment, String note) {
        features().forEach(feature -> feature.refused(attachment, note));
    }

    /** Whether any feature says anything. */
    boolean isAsked() {
        return !features.isUnsatisfied();
    }

    Stream<AttachmentUse> features() {
        return features.stream();
    }
}
