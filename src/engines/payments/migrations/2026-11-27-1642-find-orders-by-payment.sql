create index payment_order_paid_at on payments.payment_order (paid_at) where state = 'paid';
