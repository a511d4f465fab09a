package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.minhbach.access.Permission;

/** Who of the staff may do something, for whoever has to tell them of work: open accounts only, by the table of rights as it stands now. */
@ApplicationScoped
@Transactional
public class Colleagues {

    @Inject
    UserRepository users;

    protected Colleagues() {}

    /** The open account of this name. */
    public Optional<User> named(String account) {
        return account.isEmpty() ? Optional.empty() : users.byName(account).filter(User::isActive);
    }

    /**
     * Everybody who may do something at a place.
     *
     * @param place the slug of a section or unit; empty for those who may do it everywhere
     */
    public List<User> who(Permission permission, String place) {
        var rights = users.rights().stream()
                .filter(right -> right.getPermission() == permission)
                .collect(Collectors.toMap(RolePermission::getRole, RolePermission::getReach));
        return users.all().stream()
                .filter(User::isActive)
                .filter(user -> user.getAssignments().stream().anyMatch(each -> {
                    var reach = rights.get(each.getRole());
                    return reach != null && reach.holds(each.getPlace(), place);
                }))
                .toList();
    }
}
