package cn.cuobian.clocks;

import cn.cuobian.refusals.AppendOnly;
import org.springframework.stereotype.Component;

/** Nobody rewrites an entry of the ledger. */
@Component
class LedgerIsAppendOnly extends AppendOnly {

	LedgerIsAppendOnly() {
		super("30.9", "clock_entry");
	}
}
