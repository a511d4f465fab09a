package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.minhbach.access.Permission;
import vn.minhbach.account.Accounts;
import vn.minhbach.account.RolePermission;
import vn.minhbach.account.User;
import vn.minhbach.account.UserService;

/** The staff by their accounts and roles. */
@ApplicationScoped
class AccountColleagues implements Colleagues {

    @Inject
    Accounts accounts;

    @Inject
    UserService users;

    @Override
    public Map<String, Colleague> of(String unit) {
        return of(unit, readers());
    }

    /** The staff is asked for once, however many units there are. */
    @Override
    public Map<String, Map<String, Colleague>> ofEach(Collection<String> units) {
        var readers = readers();
        var all = new LinkedHashMap<String, Map<String, Colleague>>();
        units.forEach(unit -> all.put(unit, of(unit, readers)));
        return all;
    }

    /** Somebody of the staff, with what they may read. */
    private record Reader(User user, List<Read> reads) {}

    private record Read(RolePermission.Reach reach, String place) {}

    private List<Reader> readers() {
        var rights = users.rights().stream()
                .filter(right -> right.getPermission() == Permission.READ_INBOX)
                .toList();
        return accounts.all().stream()
                .filter(User::isActive)
                .map(user -> new Reader(
                        user,
                        user.getAssignments().stream()
                                .flatMap(assignment -> rights.stream()
                                        .filter(right -> right.getRole() == assignment.getRole())
                                        .map(right -> new Read(right.getReach(), assignment.getPlace())))
                                .toList()))
                .toList();
    }

    private static Map<String, Colleague> of(String unit, List<Reader> readers) {
        var found = new LinkedHashMap<String, Colleague>();
        readers.stream()
                .filter(reader ->
                        reader.reads().stream().anyMatch(read -> read.reach().holds(read.place(), unit)))
                .map(Reader::user)
                .forEach(user -> found.put(
                        user.getName(),
                        new Colleague(
                                user.getName(),
                                user.getFullName().isEmpty() ? user.getName() : user.getFullName(),
                                user.getEmail())));
        return found;
    }
}
