package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.minhbach.access.Permission;
import vn.minhbach.account.Colleagues;
import vn.minhbach.account.User;
import vn.minhbach.mail.To;
import vn.minhbach.shared.RuleBrokenException;

/** Whom a submission waits for: who handles it, or else those of its unit, or else those who give it to one. */
@ApplicationScoped
class InboxStaff {

    @Inject
    Colleagues colleagues;

    /** Those who are to hear of its due day and whom letters reach; empty if there is nobody such. */
    List<To> responsible(Submission submission) {
        var unit = submission.getUnit();
        return switch (submission.getState()) {
            case DRAFTED, ANSWERED -> first(who(Permission.APPROVE_ANSWERS, unit), who(Permission.MODERATE_INBOX, ""));
            case RECEIVED, SUPPLEMENTED ->
                first(handler(submission), who(Permission.MODERATE_INBOX, unit), who(Permission.MODERATE_INBOX, ""));
            default ->
                first(handler(submission), who(Permission.ANSWER_INBOX, unit), who(Permission.MODERATE_INBOX, ""));
        };
    }

    /** Those who do what is promised, and read what the sender writes: who handles it, or else those who answer for its unit. */
    List<To> handling(Submission submission) {
        var unit = submission.getUnit();
        return unit.isEmpty()
                ? first(handler(submission), who(Permission.MODERATE_INBOX, ""))
                : first(handler(submission), who(Permission.ANSWER_INBOX, unit), who(Permission.MODERATE_INBOX, ""));
    }

    private List<To> handler(Submission submission) {
        return reached(colleagues.named(submission.getHandler()).stream().toList());
    }

    private List<To> who(Permission permission, String place) {
        return reached(colleagues.who(permission, place));
    }

    @SafeVarargs
    private static List<To> first(List<To>... choices) {
        for (var choice : choices) {
            if (!choice.isEmpty()) {
                return choice;
            }
        }
        return List.of();
    }

    private static List<To> reached(Collection<User> users) {
        return users.stream().flatMap(user -> to(user).stream()).toList();
    }

    private static Optional<To> to(User user) {
        try {
            return user.getEmail().isEmpty()
                    ? Optional.empty()
                    : Optional.of(To.of(user.getEmail(), user.getFullName()));
        } catch (RuleBrokenException e) {
            return Optional.empty();
        }
    }
}
