package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.minhbach.access.Permission;
import vn.minhbach.account.Accounts;
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
        var rights = users.rights().stream()
                .filter(right -> right.getPermission() == Permission.READ_INBOX)
                .toList();
        var found = new LinkedHashMap<String, Colleague>();
        accounts.all().stream()
                .filter(user -> user.isActive()
                        && user.getAssignments().stream()
                                .anyMatch(assignment -> rights.stream()
                                        .anyMatch(right -> right.getRole() == assignment.getRole()
                                                && right.getReach().holds(assignment.getPlace(), unit))))
                .forEach(user -> found.put(
                        user.getName(),
                        new Colleague(
                                user.getName(),
                                user.getFullName().isEmpty() ? user.getName() : user.getFullName(),
                                user.getEmail())));
        return found;
    }
}
