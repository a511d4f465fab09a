package vn.minhbach.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
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
        return words(assignments, names(), visit);
    }

    /** The same for each of many people: how places are called is asked for once. */
    Function<Collection<Assignment>, String> words(Visit visit) {
        var names = names();
        return assignments -> words(assignments, names, visit);
    }

    /** How a place for which a role is given is called; the places of a role are asked for when they are first needed, and once. */
    private BiFunction<Role, String, String> names() {
        var known = new EnumMap<Role, Map<String, String>>(Role.class);
        return (role, slug) -> known.computeIfAbsent(
                        role,
                        each -> places(each).stream()
                                .collect(Collectors.toMap(Places.Place::slug, Places.Place::name, (one, same) -> one)))
                .getOrDefault(slug, slug);
    }

    private static String words(
            Collection<Assignment> assignments, BiFunction<Role, String, String> names, Visit visit) {
        return Arrays.stream(Role.values())
                .map(role -> words(
                        role,
                        assignments.stream()
                                .filter(each -> each.getRole() == role)
                                .toList(),
                        names,
                        visit))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String words(
            Role role, List<Assignment> given, BiFunction<Role, String, String> names, Visit visit) {
        if (given.isEmpty()) {
            return "";
        }
        var name = visit.name(role);
        return given.stream().anyMatch(each -> each.getPlace().isEmpty())
                ? name
                : name + ": "
                        + given.stream()
                                .map(each -> names.apply(role, each.getPlace()))
                                .sorted(Comparator.naturalOrder())
                                .collect(Collectors.joining(", "));
    }

    List<HistoryLine> lines(List<HistoryEntry> entries, Visit visit) {
        var words = words(visit);
        return entries.stream()
                .map(entry -> HistoryLine.of(entry, visit, (name, value) -> shown(name, value, words, visit)))
                .toList();
    }

    private static String shown(
            String name, String value, Function<Collection<Assignment>, String> words, Visit visit) {
        return switch (name) {
            case "roles" ->
                words.apply(value.lines()
                        .map(RoleNames::assignment)
                        .filter(each -> each != null)
                        .toList());
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
