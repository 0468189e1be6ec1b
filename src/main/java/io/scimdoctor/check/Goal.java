package io.scimdoctor.check;

import io.scimdoctor.exchange.Slugged;
import io.scimdoctor.permission.Operation;
import java.util.List;

/** What the calling application wants to do with the API; its roles are judged for that. */
public enum Goal implements Slugged {
    READ(Operation.READ_DISCOVERY, Operation.LIST_USERS, Operation.READ_GROUPS),
    USERS_WRITE(Operation.CREATE_USER, Operation.UPDATE_USER, Operation.DELETE_USER),
    GROUPS_WRITE(Operation.CREATE_GROUP, Operation.UPDATE_GROUP, Operation.DELETE_GROUP),
    MEMBERS(Operation.UPDATE_GROUP_MEMBERS),
    CUSTOM_SECURITY_ATTRIBUTES(Operation.READ_SECURITY_ATTRIBUTES, Operation.UPDATE_USER_SECURITY_ATTRIBUTES);

    private final Operation[] operations;

    Goal(Operation... operations) {
        this.operations = operations;
    }

    public List<Operation> operations() {
        return List.of(operations);
    }
}
