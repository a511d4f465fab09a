package vn.minhbach.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.account.Assignment;
import vn.minhbach.account.Places;
import vn.minhbach.account.Role;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.HistoryLine;
import vn.minhbach.web.Visit;

/** How roles and the places for which they are given are called: "Biên tập viên: Tin tức, Văn hóa; Người trả lời". */
@ApplicationScoped
class RoleNames {

    @Inject
    @Any
    Instance<Places> places;

    /** The places for which a role can be given. */
    List<Places.Place> places(Role role) {
        var kind = role.getPlaces();
        return kind == null
                ? List.of()
                : places.stream()
                        .filter(each -> each.kind() == kind)
                        .flatMap(each -> each.all().stream())
                        .toList();
    }

    /** In words, in the order of the roles. */
    String words(Collection<Assignment> assignments, Visit visit) {
        return Arrays.stream(Role.values())
                .map(role -> words(
                        role,
                        assignments.stream()
                                .filter(each -> each.getRole() == role)
                                .toList(),
                        visit))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private String words(Role role, List<Assignment> given, Visit visit) {
        if (given.isEmpty()) {
            return "";
        }
        var name = visit.name(role);
        return given.stream().anyMatch(each -> each.getPlace().isEmpty())
                ? name
                : name + ": "
                        + given.stream()
                                .map(each -> name(role, each.getPlace()))
                                .sorted(Comparator.naturalOrder())
                                .collect(Collectors.joining(", "));
    }

    private String name(Role role, String slug) {
        return places(role).stream()
                .filter(place -> place.slug().equals(slug))
                .map(Places.Place::name)
                .findFirst()
                .orElse(slug);
    }

    List<HistoryLine> lines(List<HistoryEntry> entries, Visit visit) {
        return entries.stream()
                .map(entry -> HistoryLine.of(entry, visit, (name, value) -> shown(name, value, visit)))
                .toList();
    }

    private String shown(String name, String value, Visit visit) {
        return switch (name) {
            case "roles" ->
                words(
                        value.lines()
                                .map(RoleNames::assignment)
                                .filter(each -> each != null)
                                .toList(),
                        visit);
            case "active" -> visit.text(Boolean.parseBoolean(value) ? "people.state.open" : "people.state.closed");
            default -> value;
        };
    }

    /** As the history keeps it; null for a role that this version of the portal does not have. */
    private static @Nullable Assignment assignment(String kept) {
        var sign = kept.indexOf('@');
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(kept.substring(0, sign)))
                .map(role -> new Assignment(role, kept.substring(sign + 1)))
                .findFirst()
                .orElse(null);
    }
}
